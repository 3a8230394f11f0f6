using System.CommandLine;
using SnoutOS.Domain.Proving;

namespace SnoutOS.Web.Operations;

internal sealed class ProveVerb() : Verb("prove", "Asks the database whether every promise about its rows holds, a line each; fails at the first that does not.")
{
    public override async Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken)
    {
        await foreach (var finding in app.Services.GetRequiredService<Prover>().EachAsync(cancellationToken))
        {
            Console.Out.WriteLine(finding);
            if (!finding.Holds)
            {
                return Failed;
            }
        }

        return Succeeded;
    }
}
