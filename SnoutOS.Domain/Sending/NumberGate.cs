using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>
/// Which numbers the owner may write from: active ones, a pool number only while the client holds its lease. Where one
/// is closed, the conversation goes on at the front desk.
/// </summary>
public static class NumberGate
{
    public static async Task<bool> IsOpenAsync(
        SnoutDbContext db, MessageNumber number, Guid clientId, CancellationToken cancellationToken) =>
        number.Status == NumberStatus.Active
        && (number.Class != NumberClass.Pool || await db.Leases.AnyAsync(
            lease => lease.NumberId == number.Id && lease.ClientId == clientId && lease.ReleasedAt == null, cancellationToken));

    /// <summary>The client's thread on the front desk, made now if there is none; null for an organization without one.</summary>
    public static async Task<Guid?> ContinueOnAsync(
        SnoutDbContext db, MessageThread closed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var frontDesk = await FrontDeskAsync(db, cancellationToken);
        return frontDesk is null || frontDesk == closed.NumberId
            ? null
            : (await db.Threads.OfAsync(db, closed.ClientId, frontDesk.Value, now, cancellationToken)).Id;
    }

    public static Task<Guid?> FrontDeskAsync(SnoutDbContext db, CancellationToken cancellationToken) =>
        db.Numbers
            .Where(number => number.Class == NumberClass.FrontDesk && number.Status == NumberStatus.Active)
            .Select(number => (Guid?)number.Id)
            .FirstOrDefaultAsync(cancellationToken);
}
