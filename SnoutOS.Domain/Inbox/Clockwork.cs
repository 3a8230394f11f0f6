using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Inbox;

/// <summary>When what a page shows changes by the clock alone.</summary>
public static class Clockwork
{
    /// <summary>The first of some instants that is still to come; null if none is.</summary>
    public static DateTimeOffset? Next(DateTimeOffset now, params ReadOnlySpan<DateTimeOffset?> instants)
    {
        DateTimeOffset? next = null;
        foreach (var instant in instants)
        {
            if (instant > now && (next is null || instant < next))
            {
                next = instant;
            }
        }

        return next;
    }

    /// <summary>
    /// When the owner inbox changes next, in one statement: a sitter's quarter of an hour ends, a snooze does, or a window
    /// of a client who waits opens or closes.
    /// </summary>
    internal static async Task<DateTimeOffset?> OwnerInboxChangesAsync(
        this SnoutDbContext db, DateTimeOffset now, DateTimeOffset horizon, CancellationToken cancellationToken)
    {
        var tooLong = now - OwnerInbox.SitterHasToOpenWithin;
        var waiting = db.Threads.Where(thread => thread.NeedsOwnerSince != null || thread.AwaitsSitterSince != null);
        var windows = db.Windows.Where(window => window.CancelledAt == null && window.ClosesAt > now && window.OpensAt <= horizon
            && waiting.Any(thread => thread.ClientId == window.ClientId));
        var next = await db.Organizations
            .Where(organization => organization.Id == db.OrganizationId)
            .Select(_ => new
            {
                Unopened = db.Threads.Where(thread => thread.AwaitsSitterSince > tooLong).Min(thread => thread.AwaitsSitterSince),
                Snoozed = waiting.Where(thread => thread.SnoozedUntil > now).Min(thread => thread.SnoozedUntil),
                Opens = windows.Where(window => window.OpensAt > now).Min(window => (DateTimeOffset?)window.OpensAt),
                Closes = windows.Min(window => (DateTimeOffset?)window.ClosesAt),
            })
            .FirstAsync(cancellationToken);
        return Next(now, next.Unopened + OwnerInbox.SitterHasToOpenWithin, next.Snoozed, next.Opens, next.Closes);
    }
}
