using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Inbox;

/// <summary>What became of an owner's act on a conversation. The cases are closed.</summary>
public enum OwnerActResult
{
    Done,

    /// <summary>No such thread in the organization.</summary>
    NotFound,

    /// <summary>No such sitter, or one who has left.</summary>
    NoSuchSitter,

    /// <summary>The instant lies in the past, or too far ahead to be meant.</summary>
    NotAhead,
}

/// <summary>What the owner does with a conversation beside answering: who gets it, and when it comes back.</summary>
public sealed class OwnerActs(Writer writer, TimeProvider clock)
{
    private static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(90);

    /// <summary>
    /// Says who gets this thread's messages for the next 24 hours: one sitter, or without one the owner alone. A sitter
    /// gets them while a window of theirs is active; outside it the rules decide as always.
    /// </summary>
    public Task<OwnerActResult> ChooseAsync(Actor actor, Guid threadId, Guid? sitterId, CancellationToken cancellationToken) =>
        OnThreadAsync(actor, threadId, "thread.chosen", sitterId is null ? "take_over" : $"sitter {sitterId}", async (db, thread) =>
        {
            if (sitterId is not null
                && !await db.Sitters.AnyAsync(row => row.Id == sitterId && row.Status != SitterStatus.Offboarded, cancellationToken))
            {
                return OwnerActResult.NoSuchSitter;
            }

            (thread.ChosenAt, thread.ChosenSitterId) = (clock.GetUtcNow(), sitterId);
            return OwnerActResult.Done;
        }, cancellationToken);

    /// <summary>Leaves the thread to the rules again.</summary>
    public Task<OwnerActResult> LeaveToRulesAsync(Actor actor, Guid threadId, CancellationToken cancellationToken) =>
        OnThreadAsync(actor, threadId, "thread.chosen", "rules", (_, thread) =>
        {
            (thread.ChosenAt, thread.ChosenSitterId) = (null, null);
            return Task.FromResult(OwnerActResult.Done);
        }, cancellationToken);

    /// <summary>Takes the thread out of sight until an instant; a new message brings it back earlier.</summary>
    public Task<OwnerActResult> SnoozeAsync(Actor actor, Guid threadId, DateTimeOffset until, CancellationToken cancellationToken) =>
        OnThreadAsync(actor, threadId, "thread.snoozed", "", (_, thread) =>
        {
            var now = clock.GetUtcNow();
            if (until <= now || until > now + LongestSnooze)
            {
                return Task.FromResult(OwnerActResult.NotAhead);
            }

            thread.SnoozedUntil = until;
            return Task.FromResult(OwnerActResult.Done);
        }, cancellationToken);

    /// <summary>Brings a snoozed thread back before its time.</summary>
    public Task<OwnerActResult> WakeAsync(Actor actor, Guid threadId, CancellationToken cancellationToken) =>
        OnThreadAsync(actor, threadId, "thread.woken", "", (_, thread) =>
        {
            thread.SnoozedUntil = null;
            return Task.FromResult(OwnerActResult.Done);
        }, cancellationToken);

    private Task<OwnerActResult> OnThreadAsync(
        Actor actor, Guid threadId, string action, string types, Func<SnoutDbContext, MessageThread, Task<OwnerActResult>> act,
        CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            if (await db.Threads.FirstOrDefaultAsync(row => row.Id == threadId, cancellationToken) is not { } thread)
            {
                return OwnerActResult.NotFound;
            }

            var result = await act(db, thread);
            if (result == OwnerActResult.Done)
            {
                await AuditLog.AppendAsync(db, AuditAct.By(actor, action, $"thread {threadId}", types), clock.GetUtcNow(), cancellationToken);
                db.Announce(threadId);
            }

            return result;
        }, cancellationToken);
}
