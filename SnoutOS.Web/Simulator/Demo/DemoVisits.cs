using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>
/// The walks that the demo's talks tell of: a sitter writes to a client only around a visit, so wherever one did there
/// was one.
/// </summary>
internal sealed class DemoVisits(SnoutDbContext db, DemoPeople people)
{
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(10);

    private readonly Dictionary<DemoTalk, List<AssignmentWindow>> _windows = new(ReferenceEqualityComparer.Instance);

    /// <summary>Books the visit around a sitter's line, unless another one covers it.</summary>
    public void BookAround(DemoTalk talk, DemoLine line, DateTimeOffset at, TimeZoneInfo zone)
    {
        if (line.Author is not { } author || people.SitterNamed(author) is not { } sitter || WindowsAt(talk, at).Count > 0)
        {
            return;
        }

        var service = db.Services.Local.Single(service => service.Code == "walk");
        var visit = VisitOf(people.Clients[talk.Client].Id, sitter.Id, service, at, zone);
        var span = WindowSpan.Around(new VisitSpan(visit.StartsAt, visit.EndsAt), service);
        var window = new AssignmentWindow
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(visit.CreatedAt),
            VisitId = visit.Id,
            ClientId = visit.ClientId,
            SitterId = sitter.Id,
            OpensAt = span.OpensAt,
            ClosesAt = span.ClosesAt,
            VisitStartsAt = visit.StartsAt,
            VisitEndsAt = visit.EndsAt,
            CreatedAt = visit.CreatedAt,
        };
        db.Windows.Add(window);
        _windows.TryAdd(talk, []);
        _windows[talk].Add(window);
    }

    /// <summary>The windows of a talk that are open at an instant, as the router is told of them.</summary>
    public IReadOnlyList<WindowFact> WindowsAt(DemoTalk talk, DateTimeOffset at) =>
    [
        .. _windows.GetValueOrDefault(talk, []).Where(window => WindowSpan.Of(window).Contains(at)).Select(window => new WindowFact(
            window.Id, window.VisitId, window.SitterId, window.OpensAt, window.ClosesAt, window.VisitStartsAt, window.VisitEndsAt, SitterIsAvailable: true)),
    ];

    private Visit VisitOf(Guid clientId, Guid sitterId, Service service, DateTimeOffset at, TimeZoneInfo zone)
    {
        var (startsAt, endsAt) = (at - Before, at + After);
        var (localStart, localEnd) = (TimeZoneInfo.ConvertTime(startsAt, zone).DateTime, TimeZoneInfo.ConvertTime(endsAt, zone).DateTime);
        var bookedAt = startsAt.AddDays(-1);
        var booking = new Booking
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(bookedAt),
            ClientId = clientId,
            ServiceCode = service.Code,
            LocalStart = localStart,
            LocalEnd = localEnd,
            SitterId = sitterId,
            MadeThrough = DateOnly.FromDateTime(localStart),
            CreatedAt = bookedAt,
        };
        var visit = new Visit
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(bookedAt),
            BookingId = booking.Id,
            ClientId = clientId,
            ServiceCode = service.Code,
            SeriesDay = DateOnly.FromDateTime(localStart),
            StartsAt = startsAt,
            EndsAt = endsAt,
            SitterId = sitterId,
            CreatedAt = bookedAt,
        };
        db.AddRange(booking, visit);
        return visit;
    }
}
