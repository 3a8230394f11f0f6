using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>
/// Who is with whom in the demo, booked through the product's own services as its owner would: Ana's window is open for
/// two more hours whenever the demo begins, Ben's opens tomorrow, Cleo has none.
/// </summary>
public sealed class DemoBookings(SnoutDb database, BookingMaker bookings, TimeProvider clock)
{
    private static readonly TimeSpan StillOpen = TimeSpan.FromHours(2);

    public async Task BookAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(organizationId);
        var owner = await db.Users.AsNoTracking().FirstAsync(user => user.Role == Role.Owner, cancellationToken);
        var actor = new Actor(organizationId, owner.Id, owner.Name, owner.Role);
        var business = await db.Organizations.AsNoTracking().FirstAsync(cancellationToken);
        var today = TimeZoneInfo.ConvertTime(now, business.TimeZone).Date;
        foreach (var visiting in Promised(now).Concat(DemoWeek.Visits.Select(visit => Usual(visit, today))))
        {
            var clientId = await db.Clients.Where(row => row.Name == visiting.Client).Select(row => row.Id).FirstAsync(cancellationToken);
            var sitterId = await db.Sitters.Where(row => row.Name == visiting.Sitter).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
            var booking = new NewBooking(
                clientId, visiting.Service, visiting.StartsAt, visiting.EndsAt, visiting.Recurrence, SitterId: sitterId, Notes: visiting.Notes);
            if (await bookings.CreateAsync(actor, booking, cancellationToken) is not BookingVerdict.Done)
            {
                throw new InvalidOperationException("The demo could not be booked.");
            }
        }
    }

    /// <summary>What the demo promises of who may write, told from the instant at which it begins.</summary>
    private static IEnumerable<Visiting> Promised(DateTimeOffset now)
    {
        var walkEnds = now + StillOpen - TimeSpan.FromMinutes(ServiceList.UsualBufferMinutes);
        var tomorrow = now.AddDays(1);
        return
        [
            At(HappyTails.Maya, HappyTails.Ana, "walk", walkEnds.AddMinutes(-80), walkEnds, Recurrence.Weekly),
            At(HappyTails.Theo, HappyTails.Ana, "walk", tomorrow.AddDays(1), tomorrow.AddDays(1).AddMinutes(30), Recurrence.Weekly),
            At(HappyTails.Priya, HappyTails.Ben, "drop-in", tomorrow.AddHours(2), tomorrow.AddHours(3), Recurrence.Weekly),
            At(HappyTails.Sam, HappyTails.Ben, "meet-and-greet", tomorrow.AddDays(2), tomorrow.AddDays(2).AddHours(1), Recurrence.None),
        ];
    }

    private static Visiting At(string client, string sitter, string service, DateTimeOffset startsAt, DateTimeOffset endsAt, Recurrence recurrence) =>
        new(client, sitter, service, new VisitTime.At(startsAt), new VisitTime.At(endsAt), recurrence, "");

    private static Visiting Usual(DemoVisit visit, DateTime today)
    {
        var start = today.AddDays(visit.Day - (visit.IsWeekly ? WeeklySeries.DaysPerWeek : 0)) + visit.At.ToTimeSpan();
        return new Visiting(
            visit.Client,
            visit.Sitter,
            visit.Service,
            new VisitTime.OnTheClock(start),
            new VisitTime.OnTheClock(start + visit.Length),
            visit.IsWeekly ? Recurrence.Weekly : Recurrence.None,
            visit.Notes);
    }

    private sealed record Visiting(
        string Client, string? Sitter, string Service, VisitTime StartsAt, VisitTime EndsAt, Recurrence Recurrence, string Notes);
}
