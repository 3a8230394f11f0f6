using System.Globalization;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Bench;

/// <summary>
/// A client with a weekly walk: three months behind, eight weeks ahead, for every seventh one right now. Some have a
/// colleague of the sitter in between, half hold a pool number.
/// </summary>
internal sealed class BenchClient
{
    public const int Windows = 20;
    public const int Messages = 200;

    private const int WeeksBehind = 12;
    private static readonly TimeSpan Buffer = TimeSpan.FromHours(1);

    public BenchClient(
        Guid organizationId, int index, PhoneNumber phone, Guid sitterId, Guid colleagueId, MessageNumber frontDesk, MessageNumber sitterNumber, MessageNumber poolNumber)
    {
        (SitterNumber, PoolNumber) = (sitterNumber, poolNumber);
        var cardId = BenchBusiness.NewId();
        Card = new Client { OrganizationId = organizationId, Id = cardId, Name = string.Create(CultureInfo.InvariantCulture, $"Robin Vale {index}") };
        Phone = new ClientPhone { OrganizationId = organizationId, Id = BenchBusiness.NewId(), ClientId = cardId, Phone = phone };
        var first = BenchBusiness.Now.AddDays((index % 7) - (7 * WeeksBehind)).AddMinutes(-15);
        Booking = new Booking
        {
            OrganizationId = organizationId,
            Id = BenchBusiness.NewId(),
            ClientId = cardId,
            ServiceCode = "walk",
            Recurrence = Recurrence.Weekly,
            LocalStart = first.DateTime,
            LocalEnd = first.DateTime.AddMinutes(30),
            SitterId = sitterId,
            MadeThrough = DateOnly.FromDateTime(first.DateTime.AddDays(7 * Windows)),
        };
        Visits = [.. Enumerable.Range(0, Windows).Select(week => VisitOf(Booking, first.AddDays(7 * week), week % 4 == index % 10 ? colleagueId : sitterId))];
        Leases = index % 2 == 0 ? [new Lease { OrganizationId = organizationId, Id = BenchBusiness.NewId(), NumberId = poolNumber.Id, ClientId = cardId, StartedAt = first }] : [];
        Threads = [ThreadOn(frontDesk), ThreadOn(sitterNumber), ThreadOn(poolNumber)];
    }

    public Client Card { get; }

    public ClientPhone Phone { get; }

    public Booking Booking { get; }

    public IReadOnlyList<Visit> Visits { get; }

    public IReadOnlyList<Lease> Leases { get; }

    public IReadOnlyList<MessageThread> Threads { get; }

    public MessageNumber SitterNumber { get; }

    public MessageNumber PoolNumber { get; }

    public IEnumerable<AssignmentWindow> WindowsOfVisits() => Visits.Select(visit => new AssignmentWindow
    {
        OrganizationId = visit.OrganizationId,
        Id = BenchBusiness.NewId(),
        VisitId = visit.Id,
        ClientId = visit.ClientId,
        SitterId = visit.SitterId!.Value,
        OpensAt = visit.StartsAt - Buffer,
        ClosesAt = visit.EndsAt + Buffer,
        VisitStartsAt = visit.StartsAt,
        VisitEndsAt = visit.EndsAt,
    });

    /// <summary>Most of them with the sitter, some on the pool and at the front desk.</summary>
    public IEnumerable<Message> MessagesOfThreads() => Enumerable.Range(0, Messages).Select(number =>
    {
        var thread = Threads[number % 5 switch { 0 => 0, 1 => 2, _ => 1 }];
        var at = BenchBusiness.Now.AddHours(-12 * (Messages - number));
        var isInbound = number % 2 == 0;
        var id = Guid.CreateVersion7(at);
        return new Message
        {
            OrganizationId = thread.OrganizationId,
            Id = id,
            ThreadId = thread.Id,
            Direction = isInbound ? Direction.Inbound : Direction.Outbound,
            AuthorKind = isInbound ? AuthorKind.Client : AuthorKind.Sitter,
            AuthorName = Card.Name,
            Body = "Biscuit had a lovely walk and half of the treats, the rest is in the tin.",
            Status = isInbound ? MessageStatus.Received : MessageStatus.Delivered,
            CreatedAt = at,
            Segments = 1,
            ProviderSid = $"SM{id:N}",
        };
    });

    private static Visit VisitOf(Booking booking, DateTimeOffset startsAt, Guid sitterId) => new()
    {
        OrganizationId = booking.OrganizationId,
        Id = BenchBusiness.NewId(),
        BookingId = booking.Id,
        ClientId = booking.ClientId,
        ServiceCode = booking.ServiceCode,
        SeriesDay = DateOnly.FromDateTime(startsAt.DateTime),
        StartsAt = startsAt,
        EndsAt = startsAt.AddMinutes(30),
        SitterId = sitterId,
    };

    private MessageThread ThreadOn(MessageNumber number) => new()
    {
        OrganizationId = number.OrganizationId,
        Id = BenchBusiness.NewId(),
        ClientId = Card.Id,
        NumberId = number.Id,
        LastMessageAt = BenchBusiness.Now,
    };
}
