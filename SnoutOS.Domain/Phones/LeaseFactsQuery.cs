using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Phones;

/// <summary>A lease with what decides its end, and the conversation it belongs to if there is one.</summary>
internal sealed record LeaseWithFacts(Lease Lease, Guid? ThreadId, LeaseFacts Facts);

internal static class LeaseFactsQuery
{
    public static IQueryable<LeaseWithFacts> WithFacts(this IQueryable<Lease> leases, SnoutDbContext db, DateTimeOffset now) =>
        leases.Select(lease => new LeaseWithFacts(
            lease,
            db.Threads.Where(thread => thread.ClientId == lease.ClientId && thread.NumberId == lease.NumberId)
                .Select(thread => (Guid?)thread.Id).FirstOrDefault(),
            new LeaseFacts(
                lease.StartedAt,
                db.Windows.Where(window => window.ClientId == lease.ClientId && window.CancelledAt == null && window.OpensAt <= now)
                    .Max(window => (DateTimeOffset?)window.ClosesAt),
                db.Threads.Where(thread => thread.ClientId == lease.ClientId && thread.NumberId == lease.NumberId)
                    .Select(thread => thread.LastOutboundAt).FirstOrDefault(),
                db.Windows.Where(window => window.ClientId == lease.ClientId && window.CancelledAt == null && window.OpensAt > now)
                    .Min(window => (DateTimeOffset?)window.OpensAt))));
}
