using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Sitters;

/// <summary>
/// What a sitter's own pages show beside the messages: whom they write to, and the visit that it is about. Read anew by
/// who is asking each time, like everything a sitter sees.
/// </summary>
public sealed class SitterDesk(SnoutDb database, TimeProvider clock)
{
    /// <summary>Conversations and visits with an active or upcoming window: open ones first, then the soonest.</summary>
    public async Task<IReadOnlyList<SittingRow>> RowsAsync(Actor reader, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        if (await db.SitterIdOfAsync(reader, cancellationToken) is not { } sitter)
        {
            return [];
        }

        var threads = await db.ThreadsAsync(db.VisibleTo(sitter, now), sitter, now, cancellationToken);
        var rows = threads.ConvertAll(SittingRow.Of);
        rows.AddRange(await db.UnopenedAsync(sitter, threads, now, cancellationToken));
        return [.. rows
            .OrderBy(row => row.Windows.ClosesAt ?? DateTimeOffset.MaxValue)
            .ThenBy(row => row.Windows.NextOpensAt)
            .ThenBy(row => row.ClientName, StringComparer.CurrentCulture)
            .ThenBy(row => row.ThreadId)];
    }

    /// <summary>
    /// Whether the sitter may write at all, and the visit of theirs that a conversation is about: the one whose window is
    /// open, else the next. Null for anybody but a sitter.
    /// </summary>
    public async Task<SittingView?> ViewAsync(Actor reader, Guid threadId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        if (await db.SitterOfAsync(reader, cancellationToken) is not { } sitter)
        {
            return null;
        }

        var isLocked = sitter.Status == SitterStatus.Locked;
        if (!await db.VisibleTo(sitter.Id, now).AnyAsync(row => row.ThreadId == threadId, cancellationToken))
        {
            return new SittingView(isLocked, null);
        }

        var thread = await db.Threads.AsNoTracking().FirstAsync(row => row.Id == threadId, cancellationToken);
        var number = await db.Numbers.AsNoTracking().FirstAsync(row => row.Id == thread.NumberId, cancellationToken);
        return new SittingView(isLocked, await db.WindowsOn(number, thread.ClientId)
            .Where(window => window.SitterId == sitter.Id && window.ClosesAt > now)
            .OrderBy(window => window.OpensAt > now)
            .ThenBy(window => window.VisitEndsAt <= now)
            .ThenBy(window => window.VisitStartsAt)
            .Join(db.Visits, window => window.VisitId, visit => visit.Id, (window, visit) => new SittingVisit(visit.StartsAt, visit.EndsAt, visit.Notes))
            .FirstOrDefaultAsync(cancellationToken));
    }
}
