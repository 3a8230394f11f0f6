using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Rollout;

namespace SnoutOS.Domain.Bookings;

/// <summary>Takes on jobs and weekly series, with their visits for the weeks ahead.</summary>
public sealed class BookingMaker(Writer writer, MessagingFlags flags, TimeProvider clock)
{
    public async Task<BookingVerdict> CreateAsync(Actor actor, NewBooking request, CancellationToken cancellationToken)
    {
        var isProactive = await flags.IsProactiveAsync(actor.OrganizationId, cancellationToken);
        return await writer.CommitAsync(
            actor.OrganizationId, db => MakeAsync(db, actor, request, isProactive, cancellationToken), cancellationToken);
    }

    /// <summary>The same within a transaction of the caller's, and under an id of theirs if they have one.</summary>
    internal async Task<BookingVerdict> MakeAsync(
        SnoutDbContext db, Actor actor, NewBooking request, bool isProactive, CancellationToken cancellationToken, Guid? id = null)
    {
        var now = clock.GetUtcNow();
        var code = ServiceList.CodeOf(request.Service);
        var service = await db.Services.FirstOrDefaultAsync(row => row.Code == code, cancellationToken);
        if (service is null)
        {
            return new BookingVerdict.UnknownService(await db.Services.OrderBy(row => row.Name).Select(row => row.Name).ToListAsync(cancellationToken));
        }

        var isWeekly = request.Recurrence == Recurrence.Weekly;
        var zone = await db.ZoneAsync(cancellationToken);
        var (time, objection) = BookingRules.Read(request.StartsAt, request.EndsAt, zone, isWeekly, now);
        objection ??= service.IsMeetAndGreet && isWeekly ? new BookingVerdict.MeetAndGreetOnce() : null;
        objection ??= IsBadUntil(request, time!) ? new BookingVerdict.BadUntil() : null;
        objection ??= await ClientObjectionAsync(db, request.ClientId, cancellationToken);
        objection ??= await AssignmentGate.ObjectionAsync(db, request.ClientId, request.SitterId, service, cancellationToken);
        return objection ?? await RecordAsync(db, actor, request, id ?? Guid.CreateVersion7(now), service, zone, time!, isProactive, now, cancellationToken);
    }

    private static bool IsBadUntil(NewBooking request, BookedTime time) =>
        request.Until is { } until && (request.Recurrence == Recurrence.None || until < DateOnly.FromDateTime(time.LocalStart));

    private static async Task<BookingVerdict?> ClientObjectionAsync(SnoutDbContext db, Guid clientId, CancellationToken cancellationToken)
    {
        var client = await db.Clients.AsNoTracking().FirstOrDefaultAsync(row => row.Id == clientId, cancellationToken);
        return client switch
        {
            null => new BookingVerdict.NotFound("clientId"),
            { MergedIntoId: { } survivor } => new BookingVerdict.ClientMerged(survivor),
            { Kind: ClientKind.Spam or ClientKind.Service or ClientKind.Staff } => new BookingVerdict.NotAClient(),
            _ => null,
        };
    }

    private static async Task<BookingVerdict> RecordAsync(
        SnoutDbContext db, Actor actor, NewBooking request, Guid id, Service service, TimeZoneInfo zone, BookedTime time, bool isProactive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var booking = new Booking
        {
            OrganizationId = actor.OrganizationId,
            Id = id,
            ClientId = request.ClientId,
            ServiceCode = service.Code,
            Recurrence = request.Recurrence,
            LocalStart = time.LocalStart,
            LocalEnd = time.LocalEnd,
            Until = request.Until,
            SitterId = request.SitterId,
            CreatedAt = now,
        };
        db.Bookings.Add(booking);
        var through = WeeklySeries.TodayIn(zone, now).AddDays(WeeklySeries.DaysAhead);
        var visits = await db.MakeVisitsAsync(booking, service, zone, through, request.Notes.Trim(), now, cancellationToken);
        if (request.Recurrence == Recurrence.None)
        {
            // An instant says more than the wall clock does, in the hour that the clock shows twice.
            (visits[0].StartsAt, visits[0].EndsAt) = time.Span;
        }

        await AuditLog.AppendAsync(db, AuditAct.By(actor, "booking.created", $"booking {booking.Id}", service.Code), now, cancellationToken);
        await db.SettleAsync(service, visits, isProactive, now, cancellationToken);
        return new BookingVerdict.Done(booking.Id);
    }
}
