using System.CommandLine;
using SnoutOS.Domain.Auditing;

namespace SnoutOS.Web.Operations;

internal sealed class AuditVerifyVerb() : Verb("verify", "Proves that no row was changed, removed or swapped; fails if one was.")
{
    public override async Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken)
    {
        var broken = await app.Services.GetRequiredService<AuditLog>().VerifyAsync(cancellationToken);
        foreach (var place in broken)
        {
            Print(place);
        }

        return broken.Count == 0 ? Answer(new { Intact = true }) : Failed;
    }
}
