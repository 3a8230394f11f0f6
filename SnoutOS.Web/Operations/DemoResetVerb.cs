using System.CommandLine;
using SnoutOS.Web.Simulator.Demo;

namespace SnoutOS.Web.Operations;

internal sealed class DemoResetVerb() : Verb("reset", "Throws the Development database away and begins again with the demo.")
{
    public override async Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken) =>
        await DemoReset.RunAsync(app.Services, cancellationToken) switch
        {
            DemoReset.Done => Answer(new { Reset = true }),
            DemoReset.OnServer => Refuse("Only SQLite is thrown away by this; drop and create the server's database, then run migrate."),
            _ => Refuse("Only Development has a demo that may be thrown away."),
        };
}
