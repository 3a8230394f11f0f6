using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>
/// Which numbers the owner may write from: active ones, a pool number only while the client holds its lease. Where one
/// is closed, or the client was merged into another, the conversation goes on elsewhere.
/// </summary>
public static class NumberGate
{
    public static async Task<bool> IsOpenAsync(
        SnoutDbContext db, MessageNumber number, Guid clientId, CancellationToken cancellationToken) =>
        number.Status == NumberStatus.Active
        && !await db.Clients.AnyAsync(row => row.Id == clientId && row.MergedIntoId != null, cancellationToken)
        && (number.Class != NumberClass.Pool || await db.Leases.AnyAsync(
            lease => lease.NumberId == number.Id && lease.ClientId == clientId && lease.ReleasedAt == null, cancellationToken));

    /// <summary>
    /// Where a conversation goes on: after a merge, or several, on the last survivor's thread, from a closed number on the
    /// front desk; the thread is made now if there is none. Null for an organization without a front desk.
    /// </summary>
    public static async Task<Guid?> ContinueOnAsync(
        SnoutDbContext db, MessageThread closed, MessageNumber number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var survivor = await db.SurvivorOfAsync(closed.ClientId, cancellationToken);
        var clientId = survivor ?? closed.ClientId;
        var onNumber = survivor is not null && await IsOpenAsync(db, number, clientId, cancellationToken)
            ? number.Id
            : await FrontDeskAsync(db, cancellationToken);
        return onNumber is null || (onNumber == closed.NumberId && survivor is null)
            ? null
            : (await db.Threads.OfAsync(db, clientId, onNumber.Value, now, cancellationToken)).Id;
    }

    public static Task<Guid?> FrontDeskAsync(SnoutDbContext db, CancellationToken cancellationToken) =>
        db.Numbers.FrontDesk().Select(number => (Guid?)number.Id).FirstOrDefaultAsync(cancellationToken);
}
