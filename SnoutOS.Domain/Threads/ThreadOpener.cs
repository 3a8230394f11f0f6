using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sitters;

namespace SnoutOS.Domain.Threads;

/// <summary>A conversation that was asked for, and whether it had to be made.</summary>
public sealed record OpenedThread(Guid ThreadId, bool Created);

/// <summary>
/// Opens a conversation with a client before anybody has written: for a visit on the number that visit's sitter and
/// client share, without one on the front desk.
/// </summary>
public sealed class ThreadOpener(Writer writer, TimeProvider clock)
{
    /// <summary>
    /// Null when the client or visit is not the actor's to write to: of another organization, of another client, and for a
    /// sitter anything but a visit of theirs that is not over and has a number left other than the front desk's.
    /// </summary>
    public Task<OpenedThread?> OpenAsync(Actor actor, Guid clientId, Guid? visitId, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var now = clock.GetUtcNow();
            var visit = visitId is null
                ? null
                : await db.Visits.FirstOrDefaultAsync(row => row.Id == visitId && row.ClientId == clientId && row.CancelledAt == null, cancellationToken);
            if ((visitId is not null && visit is null)
                || !await MayOpenAsync(db, actor, clientId, visit, now, cancellationToken))
            {
                return null;
            }

            var use = visit is null ? NumberUse.Office : visit.MeetAndGreet == MeetAndGreetState.NotOne ? NumberUse.Visit : NumberUse.MeetAndGreet;
            var number = await NumberChoice.ForAsync(db, clientId, visit?.SitterId, use, now, cancellationToken);
            if (number.Class == NumberClass.FrontDesk && !actor.SeesEverything)
            {
                return null;
            }

            var thread = await db.Threads.OfAsync(db, clientId, number.Id, now, cancellationToken);
            var created = db.Entry(thread).State == EntityState.Added;
            if (visit?.SitterId is { } sitter && number.Class != NumberClass.FrontDesk)
            {
                await db.ConversationOfAsync(sitter, thread.Id, now, cancellationToken);
            }

            if (created)
            {
                db.Announce(thread.Id);
            }

            return new OpenedThread(thread.Id, created);
        }, cancellationToken);

    private static async Task<bool> MayOpenAsync(
        SnoutDbContext db, Actor actor, Guid clientId, Visit? visit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (actor.SeesEverything)
        {
            return await db.Clients.AnyAsync(client => client.Id == clientId && client.MergedIntoId == null, cancellationToken);
        }

        return visit?.SitterId is { } sitter
            && sitter == await db.SitterIdOfAsync(actor, cancellationToken)
            && await db.Windows.AnyAsync(window => window.VisitId == visit.Id && window.CancelledAt == null && window.ClosesAt > now, cancellationToken);
    }
}
