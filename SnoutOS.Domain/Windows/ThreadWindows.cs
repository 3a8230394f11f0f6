using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Windows;

/// <summary>
/// Which windows are on a thread: on a sitter's number those of that sitter with the client, on a pool number that the
/// client holds all of the client's, on the front desk none.
/// </summary>
public static class ThreadWindows
{
    public static IQueryable<AssignmentWindow> WindowsOn(this SnoutDbContext db, MessageNumber number, Guid clientId) => number.Class switch
    {
        NumberClass.FrontDesk => db.Windows.Where(_ => false),
        NumberClass.Sitter => Live(db, clientId).Where(window => window.SitterId == number.SitterId && !window.PoolOnly),
        NumberClass.Pool => Live(db, clientId).Where(window => db.Leases.Any(lease =>
            lease.NumberId == number.Id && lease.ClientId == window.ClientId && lease.ReleasedAt == null)),
    };

    /// <summary>What one sitter may do on a thread: their windows alone.</summary>
    public static async Task<WindowStanding> StandingAsync(
        this SnoutDbContext db, MessageNumber number, Guid clientId, Guid sitterId, DateTimeOffset now, CancellationToken cancellationToken) =>
        WindowUnion.At(now, await db.SpansAsync(number, clientId, sitterId, now, cancellationToken));

    /// <summary>One sitter's windows on a thread that had not closed at an instant.</summary>
    public static Task<List<WindowSpan>> SpansAsync(
        this SnoutDbContext db, MessageNumber number, Guid clientId, Guid sitterId, DateTimeOffset since, CancellationToken cancellationToken) =>
        db.WindowsOn(number, clientId)
            .Where(window => window.SitterId == sitterId && window.ClosesAt > since)
            .Select(window => new WindowSpan(window.OpensAt, window.ClosesAt))
            .ToListAsync(cancellationToken);

    private static IQueryable<AssignmentWindow> Live(SnoutDbContext db, Guid clientId) =>
        db.Windows.Where(window => window.ClientId == clientId && window.CancelledAt == null);
}
