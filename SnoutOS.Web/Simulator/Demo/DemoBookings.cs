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
        var walkEnds = now + StillOpen - TimeSpan.FromMinutes(ServiceList.UsualBufferMinutes);
        var tomorrow = now.AddDays(1);
        foreach (var (client, sitter, service, startsAt, endsAt, recurrence) in (Visiting[])
        [
            new(HappyTails.Maya, HappyTails.Ana, "walk", walkEnds.AddMinutes(-80), walkEnds, Recurrence.Weekly),
            new(HappyTails.Theo, HappyTails.Ana, "walk", tomorrow.AddDays(1), tomorrow.AddDays(1).AddMinutes(30), Recurrence.Weekly),
            new(HappyTails.Priya, HappyTails.Ben, "drop-in", tomorrow.AddHours(2), tomorrow.AddHours(3), Recurrence.Weekly),
            new(HappyTails.Sam, HappyTails.Ben, "meet-and-greet", tomorrow.AddDays(2), tomorrow.AddDays(2).AddHours(1), Recurrence.None),
        ])
        {
            var clientId = await db.Clients.Where(row => row.Name == client).Select(row => row.Id).FirstAsync(cancellationToken);
            var sitterId = await db.Sitters.Where(row => row.Name == sitter).Select(row => row.Id).FirstAsync(cancellationToken);
            var booking = new NewBooking(clientId, service, new VisitTime.At(startsAt), new VisitTime.At(endsAt), recurrence, SitterId: sitterId);
            if (await bookings.CreateAsync(actor, booking, cancellationToken) is not BookingVerdict.Done)
            {
                throw new InvalidOperationException("The demo could not be booked.");
            }
        }
    }

    private sealed record Visiting(
        string Client, string Sitter, string Service, DateTimeOffset StartsAt, DateTimeOffset EndsAt, Recurrence Recurrence);
}
