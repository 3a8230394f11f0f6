using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Bookings;

/// <summary>
/// Who is a recurring client: whoever the owner says, else whoever has an active weekly series. Derived each time,
/// never guessed from counts.
/// </summary>
public static class RecurringClients
{
    public static IQueryable<Client> WhoRecur(this IQueryable<Client> clients, SnoutDbContext db, DateTimeOffset now)
    {
        // A day early, whatever the zone: a series that ends today has not ended.
        var today = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        return clients.Where(client => client.OwnerSaysRecurring ?? db.Bookings.Any(booking =>
            booking.ClientId == client.Id
            && booking.Recurrence == Recurrence.Weekly
            && booking.CancelledAt == null
            && (booking.Until == null || booking.Until >= today)));
    }

    public static Task<bool> IsRecurringAsync(this SnoutDbContext db, Guid clientId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Clients.Where(client => client.Id == clientId).WhoRecur(db, now).AnyAsync(cancellationToken);
}
