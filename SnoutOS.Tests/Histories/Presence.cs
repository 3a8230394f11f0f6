using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Tests.Histories;

/// <summary>
/// Who is with a client, worked out from the visits alone and as plainly as can be. What windows, router and gate come to
/// is held against it.
/// </summary>
internal sealed class Presence
{
    private readonly IReadOnlyList<Visit> _visits;
    private readonly IReadOnlyList<Guid> _available;
    private readonly DateTimeOffset[] _instants;
    private readonly Line _line;
    private readonly Cast _cast;
    private readonly bool _holdsLease;

    private Presence(
        Cast cast, Line line, IReadOnlyList<Visit> visits, IReadOnlyList<Guid> available, bool holdsLease, params DateTimeOffset[] instants)
    {
        (_cast, _line, _visits, _available, _instants) = (cast, line, visits, available, instants);
        _holdsLease = holdsLease;
    }

    /// <summary>As far as a text is concerned, at receipt and at processing.</summary>
    public static Task<Presence> AtAsync(Stage stage, ProviderEvent item)
    {
        var to = Enum.GetValues<Line>().Single(line => Cast.PhoneOf(line).E164 == item.Recipient);
        var client = Enum.GetValues<Who>().Cast<Who?>().FirstOrDefault(who => Cast.PhoneOf(who!.Value).E164 == item.Sender);
        return AtAsync(stage, client, to, item.ReceivedAt, stage.Now);
    }

    public static Task<Presence> NowAsync(Stage stage, Who client, Line line) => AtAsync(stage, client, line, stage.Now);

    /// <summary>The decision that was just made on a text.</summary>
    public async Task JudgeAsync(Stage stage, ProviderEvent item)
    {
        await using var db = stage.Db();
        var decision = await db.Messages.Where(message => message.ProviderSid == item.ProviderSid)
            .Join(db.RoutingDecisions, message => message.Id, row => row.MessageId, (_, row) => row).SingleAsync();
        if (decision.SitterId is { } sitter)
        {
            Assert.Contains(sitter, Maybe);
            Assert.Contains(sitter, _available);
        }

        // A visit that was assigned while the text waited counts for neither.
        if (decision.Reason == RoutingReason.NoActiveWindow && item.ReceivedAt >= stage.Now)
        {
            Assert.Empty(Surely);
        }

        if (decision.Reason == RoutingReason.PoolMismatch)
        {
            Assert.False(_holdsLease);
        }
    }

    /// <summary>The answer that a sitter who wanted to write was given.</summary>
    public void Judge(Carer carer, SendVerdict verdict)
    {
        var sitter = _cast.Sitters[carer];
        if (verdict is SendVerdict.Queued)
        {
            Assert.Contains(sitter, Maybe);
            Assert.Contains(sitter, _available);
        }

        if (verdict is SendVerdict.WindowClosed or SendVerdict.ThreadNotFound)
        {
            Assert.DoesNotContain(sitter, Surely.Intersect(_available));
        }
    }

    /// <summary>Whoever has a visit around each of the instants.</summary>
    private IEnumerable<Guid> Surely => Present(visit => visit.MeetAndGreet == MeetAndGreetState.NotOne);

    /// <summary>The same with first meetings, of which the owner says from when on they are open.</summary>
    private IEnumerable<Guid> Maybe => Present(visit => visit.MeetAndGreet is MeetAndGreetState.NotOne or MeetAndGreetState.Open);

    private IEnumerable<Guid> Present(Func<Visit, bool> counts)
    {
        var present = _instants.Select(instant => _visits.Where(counts).Where(IsOnLine).Where(visit => Covers(visit, instant)).Select(visit => visit.SitterId!.Value));
        return present.Aggregate((one, other) => one.Intersect(other)).Distinct();
    }

    private bool IsOnLine(Visit visit) => _line switch
    {
        Line.FrontDesk => false,
        Line.AnasNumber => visit.SitterId == _cast.Sitters[Carer.Ana] && visit.MeetAndGreet == MeetAndGreetState.NotOne,
        Line.BensNumber => visit.SitterId == _cast.Sitters[Carer.Ben] && visit.MeetAndGreet == MeetAndGreetState.NotOne,
        Line.FirstOfThePool or Line.SecondOfThePool => _holdsLease,
    };

    private static bool Covers(Visit visit, DateTimeOffset instant)
    {
        var buffer = TimeSpan.FromHours(visit.ServiceCode == "house_sitting" ? 2 : 1);
        var isOpenEarly = visit.MeetAndGreet == MeetAndGreetState.Open;
        return (isOpenEarly || visit.StartsAt - buffer <= instant) && instant < visit.EndsAt + buffer;
    }

    private static async Task<Presence> AtAsync(Stage stage, Who? client, Line line, params DateTimeOffset[] instants)
    {
        await using var db = stage.Db();
        Guid? clientId = client is { } known ? stage.Cast.Clients[known] : null;
        var numberId = stage.Cast.Numbers[line];
        var visits = await db.Visits.AsNoTracking()
            .Where(visit => visit.ClientId == clientId && visit.SitterId != null && visit.CancelledAt == null).ToListAsync();
        var available = await db.Sitters.Where(sitter => sitter.Status == SitterStatus.Active).Select(sitter => sitter.Id).ToListAsync();
        var leases = await db.Leases.AsNoTracking().Where(lease => lease.ClientId == clientId && lease.NumberId == numberId).ToListAsync();
        return new Presence(stage.Cast, line, visits, available, leases.Exists(lease => Holds(lease, instants[0])), instants);
    }

    private static bool Holds(Lease lease, DateTimeOffset instant) =>
        lease.StartedAt <= instant && (lease.ReleasedAt is null || instant < lease.ReleasedAt);
}
