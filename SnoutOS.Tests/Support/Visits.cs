using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Tests.Support;

/// <summary>Clients, conversations and visits as rows, for tests of what becomes of them.</summary>
public static class Visits
{
    private static readonly TimeSpan Buffer = TimeSpan.FromHours(1);

    public static Client AddClient(this SnoutDbContext db, string name, DateTimeOffset now)
    {
        var client = new Client { OrganizationId = db.OrganizationId, Id = Guid.CreateVersion7(now), Name = name, CreatedAt = now };
        client.Phones.Add(new ClientPhone
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(now),
            ClientId = client.Id,
            Phone = Businesses.NextNumber(),
        });
        db.Clients.Add(client);
        return client;
    }

    public static MessageThread AddThread(this SnoutDbContext db, Guid clientId, Guid numberId, DateTimeOffset now)
    {
        var thread = new MessageThread
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(now),
            ClientId = clientId,
            NumberId = numberId,
            CreatedAt = now,
            LastMessageAt = now,
        };
        db.Threads.Add(thread);
        return thread;
    }

    /// <summary>A half-hour walk with the window that belongs to it.</summary>
    public static (Booking Booking, Visit Visit, AssignmentWindow Window) AddVisit(
        this SnoutDbContext db, Guid clientId, Guid sitterId, DateTimeOffset startsAt)
    {
        var booking = new Booking
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(startsAt),
            ClientId = clientId,
            ServiceCode = "walk",
            LocalStart = startsAt.DateTime,
            LocalEnd = startsAt.DateTime.AddMinutes(30),
            SitterId = sitterId,
            CreatedAt = startsAt,
        };
        var visit = new Visit
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(startsAt),
            BookingId = booking.Id,
            ClientId = clientId,
            ServiceCode = booking.ServiceCode,
            SeriesDay = DateOnly.FromDateTime(startsAt.Date),
            StartsAt = startsAt,
            EndsAt = startsAt.AddMinutes(30),
            SitterId = sitterId,
            CreatedAt = startsAt,
        };
        var window = new AssignmentWindow
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(startsAt),
            VisitId = visit.Id,
            ClientId = clientId,
            SitterId = sitterId,
            OpensAt = visit.StartsAt - Buffer,
            ClosesAt = visit.EndsAt + Buffer,
            VisitStartsAt = visit.StartsAt,
            VisitEndsAt = visit.EndsAt,
            CreatedAt = startsAt,
        };
        db.AddRange(booking, visit, window);
        return (booking, visit, window);
    }
}
