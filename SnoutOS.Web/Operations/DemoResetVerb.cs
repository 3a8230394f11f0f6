using System.CommandLine;
using SnoutOS.Web.Simulator.Demo;

namespace SnoutOS.Web.Operations;

internal sealed class DemoResetVerb() : Verb("reset", "Throws the Development database away and begins again with the demo.")
{
    public override async Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken) =>
        await DemoReset.RunAsync(app.Services, cancellationToken) switch
        {
            DemoReset.Done => Answer(new { Reset = true }),
            _ => Refuse("Only Development has a demo that may be thrown away."),
        };
}
