using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Inbox;

/// <summary>What became of handing messages over. The cases are closed.</summary>
public abstract record HandOverResult
{
    private HandOverResult()
    {
    }

    /// <summary>So many messages now show in that sitter's own conversation with the client.</summary>
    public sealed record HandedOver(Guid SitterId, string SitterName, int Messages) : HandOverResult;

    public sealed record ThreadNotFound : HandOverResult;

    /// <summary>
    /// No sitter of the organization is with the client now or comes next, the one named has no window ahead, or there is
    /// no number on which they could be reached.
    /// </summary>
    public sealed record NobodyThere : HandOverResult;
}

/// <summary>Which of a client's messages are handed over.</summary>
public enum HandOverReach
{
    /// <summary>Those of the last <see cref="HandOver.LooksBack"/>.</summary>
    LastDay,

    /// <summary>Of those, the ones since something has waited for the owner.</summary>
    WhatWaits,
}

/// <summary>
/// Hands what a client wrote lately over to the sitter who is with them or comes next. The messages stay where they
/// are; they show in that sitter's own conversation with the client.
/// </summary>
public sealed class HandOver(Writer writer, TimeProvider clock)
{
    /// <summary>How far back messages are handed over.</summary>
    public static readonly TimeSpan LooksBack = TimeSpan.FromHours(24);

    /// <param name="actor">An owner or admin.</param>
    /// <param name="threadId">The thread whose messages wait; the client's other threads stay out of it.</param>
    /// <param name="sitterId">To whom; null for whoever is there or comes next.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public Task<HandOverResult> ToSitterAsync(Actor actor, Guid threadId, Guid? sitterId, CancellationToken cancellationToken) =>
        ToSitterAsync(actor, threadId, sitterId, HandOverReach.LastDay, cancellationToken);

    /// <inheritdoc cref="ToSitterAsync(Actor, Guid, Guid?, CancellationToken)"/>
    /// <param name="reach">Which messages.</param>
    public Task<HandOverResult> ToSitterAsync(
        Actor actor, Guid threadId, Guid? sitterId, HandOverReach reach, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var now = clock.GetUtcNow();
            if (await db.Threads.FirstOrDefaultAsync(row => row.Id == threadId, cancellationToken) is not { } thread)
            {
                return new HandOverResult.ThreadNotFound();
            }

            if (await NextWindowAsync(db, thread.ClientId, sitterId, now, cancellationToken) is not { } window)
            {
                return (HandOverResult)new HandOverResult.NobodyThere();
            }

            var use = window.PoolOnly ? NumberUse.MeetAndGreet : NumberUse.Visit;
            var number = await NumberChoice.ForAsync(db, thread.ClientId, window.SitterId, use, now, cancellationToken);
            if (number.Class == NumberClass.FrontDesk)
            {
                // The pool is empty and the sitter has no number: on the front desk no sitter sees anything.
                return new HandOverResult.NobodyThere();
            }

            var theirs = await db.Threads.OfAsync(db, thread.ClientId, number.Id, now, cancellationToken);
            var handed = await ShareAsync(db, db.InReach(thread, reach, now), theirs, window.SitterId, now, cancellationToken);
            thread.Settle();
            if (handed > 0)
            {
                theirs.AwaitSitter(window.SitterId, now);
            }

            await AuditLog.AppendAsync(
                db, AuditAct.By(actor, "thread.handed_over", $"thread {threadId}", $"sitter {window.SitterId}"), now, cancellationToken);
            db.Announce(thread.Id);
            db.Announce(theirs.Id);
            var name = await db.Sitters.Where(row => row.Id == window.SitterId).Select(row => row.Name).FirstAsync(cancellationToken);
            return new HandOverResult.HandedOver(window.SitterId, name, handed);
        }, cancellationToken);

    private static Task<AssignmentWindow?> NextWindowAsync(
        SnoutDbContext db, Guid clientId, Guid? sitterId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Windows
            .Where(window => window.ClientId == clientId && window.CancelledAt == null && window.ClosesAt > now
                && (sitterId == null || window.SitterId == sitterId)
                && db.Sitters.Any(sitter => sitter.Id == window.SitterId && sitter.Status == SitterStatus.Active))
            .OrderBy(window => window.OpensAt)
            .FirstOrDefaultAsync(cancellationToken);

    private static async Task<int> ShareAsync(
        SnoutDbContext db, IQueryable<Message> messages, MessageThread to, Guid sitterId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var handed = 0;
        foreach (var message in await messages.OrderBy(message => message.CreatedAt).ThenBy(message => message.Id).ToListAsync(cancellationToken))
        {
            handed += await db.ShareAsync(message, to.Id, sitterId, ShareReason.HandedOver, now, cancellationToken) ? 1 : 0;
        }

        return handed;
    }
}

internal static class HandOverQueries
{
    /// <summary>What the client wrote on a thread, as far back as is handed over; what was held back waits for its own decision.</summary>
    public static IQueryable<Message> InReach(this SnoutDbContext db, MessageThread thread, HandOverReach reach, DateTimeOffset now)
    {
        var since = now - HandOver.LooksBack;
        var lately = db.Messages.Where(message => message.ThreadId == thread.Id && message.Direction == Direction.Inbound
            && message.Status == MessageStatus.Received && message.CreatedAt > since);
        var waits = thread.NeedsOwnerSince ?? thread.AwaitsSitterSince;
        return reach switch
        {
            HandOverReach.LastDay => lately,
            HandOverReach.WhatWaits => lately.Where(message => message.CreatedAt >= waits),
        };
    }
}
