using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Receiving;

/// <summary>
/// Reads what a routing decision is made from. With <see cref="NumberDirectory"/> (whose number is it) and
/// <see cref="SenderLookup"/> (who is writing) this is the third and last query of an inbound message.
/// </summary>
public static class FactsReader
{
    /// <param name="receivedAt">The receive instant, by which thread and lease are judged.</param>
    /// <param name="now">The instant of processing, at which a sitter's window must be active too.</param>
    public static async Task<RoutingFacts> ReadAsync(
        SnoutDbContext db, NumberOwner number, Sender sender, ConsentKind? consent, bool sitterMessages,
        DateTimeOffset receivedAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = new RoutingFacts(
            receivedAt, number.Id, number.Class, sender.Kind, sender.Client?.Id, consent,
            HoldsLease: number.Class != NumberClass.Pool, SitterMessages: sitterMessages);
        if (sender.Client?.Id is not { } clientId || number.Class == NumberClass.FrontDesk)
        {
            return facts;
        }

        var found = await db.Organizations
            .Select(organization => new
            {
                HoldsLease = db.Leases.Any(lease => lease.ClientId == clientId && lease.NumberId == number.Id
                    && lease.StartedAt <= receivedAt && (lease.ReleasedAt == null || lease.ReleasedAt > receivedAt)),
                ChosenAt = db.Threads
                    .Where(thread => thread.ClientId == clientId && thread.NumberId == number.Id)
                    .Select(thread => thread.ChosenAt).FirstOrDefault(),
                ChosenSitterId = db.Threads
                    .Where(thread => thread.ClientId == clientId && thread.NumberId == number.Id)
                    .Select(thread => thread.ChosenSitterId).FirstOrDefault(),

                // Whoever was assigned while the text waited was not there when it came.
                Windows = WindowsOf(db, clientId, number)
                    .Where(window => window.OrganizationId == organization.Id
                        && window.CreatedAt <= receivedAt && window.OpensAt <= now && window.ClosesAt > receivedAt)
                    .Join(db.Sitters, window => window.SitterId, sitter => sitter.Id, (window, sitter) => new WindowFact(
                        window.Id,
                        window.VisitId,
                        window.SitterId,
                        window.OpensAt,
                        window.ClosesAt,
                        window.VisitStartsAt,
                        window.VisitEndsAt,
                        sitter.Status == SitterStatus.Active && sitter.UserId != null))
                    .ToList(),
            })
            .FirstAsync(cancellationToken);
        return facts with
        {
            HoldsLease = number.Class != NumberClass.Pool || found.HoldsLease,
            Windows = found.Windows,
            Choice = found.ChosenAt is { } at ? new ChoiceFact(found.ChosenSitterId, at) : null,
        };
    }

    /// <summary>On a sitter's number that sitter's windows with the client, on a pool number all of the client's.</summary>
    private static IQueryable<AssignmentWindow> WindowsOf(SnoutDbContext db, Guid clientId, NumberOwner number)
    {
        var live = db.Windows.Where(window => window.ClientId == clientId && window.CancelledAt == null);
        return number.Class == NumberClass.Pool ? live : live.Where(window => window.SitterId == number.SitterId && !window.PoolOnly);
    }
}
