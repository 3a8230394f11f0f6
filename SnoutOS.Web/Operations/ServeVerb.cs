using System.CommandLine;
using SnoutOS.Web.Simulator;

namespace SnoutOS.Web.Operations;

internal sealed class ServeVerb : Verb
{
    public const string Word = "serve";

    public ServeVerb()
        : base(Word, "Runs the product (this is what happens without a verb).") =>
        TreatUnmatchedTokensAsErrors = false;

    public override async Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken)
    {
        await app.PrepareSimulatorAsync(cancellationToken);
        await app.RunAsync(cancellationToken);
        return Succeeded;
    }
}

internal sealed class MigrateVerb() : Verb("migrate", "Brings the database to the version of this program.")
{
    // By the time a verb runs the database is up to date; on a server this very verb is what lets that happen.
    public override Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(new { Migrated = true }));
}
