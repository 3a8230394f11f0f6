using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;

namespace SnoutOS.Web.Operations;

internal sealed class UnroutableListVerb() : Verb("list", "Prints them, the oldest first, with short numbers.")
{
    public override async Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken)
    {
        await using var db = app.Services.GetRequiredService<SnoutDb>().ForInstallation();
        var events = db.ProviderEvents.AsNoTracking()
            .Where(row => row.State == ProviderEventState.Unroutable)
            .OrderBy(row => row.Sequence)
            .Select(row => new { row.ReceivedAt, row.ProviderSid, row.Sender, row.Recipient })
            .AsAsyncEnumerable();
        await foreach (var row in events.WithCancellation(cancellationToken))
        {
            Print(new
            {
                At = row.ReceivedAt,
                row.ProviderSid,
                Sender = PhoneNumber.Shorten(row.Sender),
                Recipient = PhoneNumber.Shorten(row.Recipient),
            });
        }

        return Succeeded;
    }
}
