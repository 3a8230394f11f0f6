using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Inbox;

/// <summary>Reads who and what is around an open conversation, for owners and admins.</summary>
public sealed class SurroundingsReader(SnoutDb database, TimeProvider clock)
{
    private const int MostSitters = 5;
    private const int MostWindows = 100;

    /// <summary>Null when there is no such conversation, or it is not the reader's to decide on.</summary>
    public async Task<Surroundings?> OfAsync(Actor reader, Guid threadId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        var thread = reader.SeesEverything ? await db.Threads.AsNoTracking().FirstOrDefaultAsync(row => row.Id == threadId, cancellationToken) : null;
        if (thread is null)
        {
            return null;
        }

        var number = await db.Numbers.AsNoTracking().FirstAsync(row => row.Id == thread.NumberId, cancellationToken);
        var chosen = await db.Sitters.Where(row => row.Id == thread.ChosenSitterId).Select(row => row.Name).FirstOrDefaultAsync(cancellationToken);
        return new Surroundings
        {
            Companion = await CompanionAsync(db, thread, number, now, cancellationToken),
            Near = await SittersAsync(db, db.Windows.Where(row => row.ClientId == thread.ClientId && row.CancelledAt == null && row.ClosesAt > now), cancellationToken),
            Present = await SittersAsync(db, db.WindowsOn(number, thread.ClientId).Where(row => row.OpensAt <= now && row.ClosesAt > now
                && db.Sitters.Any(sitter => sitter.Id == row.SitterId && sitter.UserId != null)), cancellationToken),
            ChosenName = chosen,
            Visit = await VisitAsync(db, thread.ClientId, now, cancellationToken),
            GoesOnAt = await GoesOnAtAsync(db, thread, cancellationToken),
            MayMeanTheVisit = await MayMeanTheVisitAsync(db, threadId, cancellationToken),
            LastDay = await db.InReach(thread, HandOverReach.LastDay, now).CountAsync(cancellationToken),
            Waiting = await db.InReach(thread, HandOverReach.WhatWaits, now).CountAsync(cancellationToken),
        };
    }

    private static async Task<Companion?> CompanionAsync(
        SnoutDbContext db, MessageThread thread, MessageNumber number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.AudienceOfAsync(thread, number, now, cancellationToken) is not { } audience)
        {
            return null;
        }

        var name = await db.Sitters.Where(row => row.Id == audience.SitterId).Select(row => row.Name).FirstAsync(cancellationToken);
        return new Companion(audience.SitterId, name, audience.SeesByDefault);
    }

    /// <summary>The active sitters of some windows, each once, by the window of theirs that comes first.</summary>
    private static async Task<IReadOnlyList<SitterNear>> SittersAsync(
        SnoutDbContext db, IQueryable<AssignmentWindow> windows, CancellationToken cancellationToken)
    {
        var rows = await (
            from window in windows
            join sitter in db.Sitters on window.SitterId equals sitter.Id
            where sitter.Status == SitterStatus.Active
            orderby window.OpensAt, window.Id
            select new SitterNear(sitter.Id, sitter.Name, window.OpensAt, window.ClosesAt))
            .Take(MostWindows)
            .ToListAsync(cancellationToken);
        return [.. rows.DistinctBy(row => row.Id).Take(MostSitters)];
    }

    private static Task<NextVisit?> VisitAsync(SnoutDbContext db, Guid clientId, DateTimeOffset now, CancellationToken cancellationToken) => (
        from visit in db.Visits
        join service in db.Services on visit.ServiceCode equals service.Code
        where visit.ClientId == clientId && visit.CancelledAt == null && visit.EndsAt > now
        orderby visit.StartsAt, visit.Id
        select new NextVisit(
            visit.BookingId, visit.Id, service.Name, visit.StartsAt, visit.EndsAt,
            db.Sitters.Where(sitter => sitter.Id == visit.SitterId).Select(sitter => sitter.Name).FirstOrDefault()))
        .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The survivor's conversation on the same number, else the one they had last.</summary>
    private static Task<Guid?> GoesOnAtAsync(SnoutDbContext db, MessageThread thread, CancellationToken cancellationToken) =>
        db.Threads
            .Where(row => db.Clients.Any(client => client.Id == thread.ClientId && client.MergedIntoId == row.ClientId))
            .OrderByDescending(row => row.NumberId == thread.NumberId)
            .ThenByDescending(row => row.LastMessageAt)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(cancellationToken);

    private static async Task<bool> MayMeanTheVisitAsync(SnoutDbContext db, Guid threadId, CancellationToken cancellationToken)
    {
        var last = await db.Messages
            .Where(message => message.ThreadId == threadId && message.Direction == Direction.Inbound)
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Select(message => new
            {
                message.Body,
                IsKeyword = db.RoutingDecisions.Any(decision => decision.MessageId == message.Id && decision.Reason == RoutingReason.ConsentKeyword),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return last is { IsKeyword: true } && ConsentKeywords.MayMeanTheVisit(last.Body);
    }
}
