using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Tests.Histories;

/// <summary>
/// A business in memory: visits, the windows that follow from them, leases. The spans, unions, terms and decisions are
/// the product's own; beside them each visit remembers what was known of it when, which tells who really was there.
/// </summary>
internal sealed class PureModel(TimeZoneInfo zone, DateTimeOffset start)
{
    public const int ReleaseDays = 7;

    private readonly List<PureVisit> _visits = [];
    private readonly Dictionary<int, (DateTimeOffset StartedAt, DateTimeOffset? WroteAt)> _leases = [];
    private readonly HashSet<Guid> _locked = [];

    public DateTimeOffset Now { get; private set; } = start;

    public static Guid Id(int number) => new(number + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>A visit at a time on the wall, as an occurrence of a series would have it.</summary>
    public void Book(int client, Guid? sitter, int startsIn, int minutes, int buffer)
    {
        var local = TimeZoneInfo.ConvertTime(Now, zone).DateTime.AddMinutes(startsIn);
        _visits.Add(new PureVisit(client, buffer));
        _visits[^1].Becomes(Now, sitter, SpanAt(local, minutes));
    }

    public void Move(int visit, int startsIn, int minutes) =>
        Change(visit, it => it.Becomes(Now, it.Sitter, SpanAt(TimeZoneInfo.ConvertTime(Now, zone).DateTime.AddMinutes(startsIn), minutes)));

    public void Assign(int visit, Guid? sitter) => Change(visit, it => it.Becomes(Now, sitter, it.Span!.Value));

    public void Cancel(int visit) => Change(visit, it => it.Becomes(Now, null, null));

    public void Lock(Guid sitter, bool unlocks) => _ = unlocks ? _locked.Remove(sitter) : _locked.Add(sitter);

    public void Pass(TimeSpan time) => Now += time;

    /// <summary>To the next opening or closing, or so many microseconds before it.</summary>
    public void PassToAnEdge(int before)
    {
        var edges = _visits.Where(visit => visit.Live is not null)
            .SelectMany(visit => new[] { visit.Live!.Span.OpensAt, visit.Live.Span.ClosesAt })
            .Select(edge => edge.AddMicroseconds(-before)).Where(edge => edge > Now).ToList();
        Now = edges.Count == 0 ? Now : edges.Min();
    }

    /// <summary>What the product would read for a text: windows on the number that were there when it came.</summary>
    public RoutingFacts Facts(int client, Guid? sitterOfNumber, DateTimeOffset receivedAt, ChoiceFact? choice) => new(
        receivedAt, Id(50), sitterOfNumber is null ? NumberClass.Pool : NumberClass.Sitter, SenderKind.Known, Id(90 + client), Consent: null,
        Windows: [.. _visits
            .Where(visit => visit.Client == client && visit.Live is { } live && (sitterOfNumber is null || live.Sitter == sitterOfNumber)
                && live.CreatedAt <= receivedAt && live.Span.OpensAt <= Now && live.Span.ClosesAt > receivedAt)
            .Select(visit => visit.Live!.ToFact(visit.Span!.Value, !_locked.Contains(visit.Live.Sitter)))],
        Choice: choice);

    /// <summary>Whether the sitter was with the client at an instant, by what was known at that instant.</summary>
    public bool IsThere(int client, Guid sitter, DateTimeOffset at) =>
        _visits.Exists(visit => visit.Client == client && visit.WasThere(sitter, at));

    public bool IsAvailable(Guid sitter) => !_locked.Contains(sitter);

    public WindowStanding Standing(int client, Guid sitter) => WindowUnion.At(
        Now, _visits.Where(visit => visit.Client == client && visit.Live?.Sitter == sitter).Select(visit => visit.Live!.Span));

    /// <summary>The client needs a pool number, and the business writes on it.</summary>
    public void Lease(int client) => _leases[client] = _leases.TryGetValue(client, out var held) ? (held.StartedAt, Now) : (Now, null);

    /// <summary>Ends the leases that are over, and says whether any of them was still needed.</summary>
    public IEnumerable<int> ReleaseWhatIsOver()
    {
        foreach (var (client, (startedAt, wroteAt)) in _leases.ToList())
        {
            var spans = _visits.Where(visit => visit.Client == client && visit.Live is not null).Select(visit => visit.Live!.Span).ToList();
            var facts = new LeaseFacts(
                startedAt,
                spans.Where(span => span.OpensAt <= Now).Select(span => (DateTimeOffset?)span.ClosesAt).Max(),
                wroteAt,
                spans.Where(span => span.OpensAt > Now).Select(span => (DateTimeOffset?)span.OpensAt).Min());
            if (LeaseTerm.IsOver(facts, ReleaseDays, Now))
            {
                _leases.Remove(client);
                yield return client;
            }
        }
    }

    /// <summary>Whether a visit of the client ended so few days ago, is on, or comes so soon that they keep their number.</summary>
    public bool NeedsNumber(int client) => _visits.Exists(visit => visit.Client == client && visit.Live is { } live
        && Now < live.Span.ClosesAt.AddDays(ReleaseDays) && live.Span.OpensAt <= Now.AddDays(30));

    private VisitSpan SpanAt(DateTime local, int minutes) => WallTime.Resolve(zone, local, local.AddMinutes(minutes));

    private void Change(int visit, Action<PureVisit> change)
    {
        if (_visits.Count > 0 && _visits[visit % _visits.Count] is { Span: not null } it)
        {
            change(it);
        }
    }
}

/// <summary>A window as the model keeps it.</summary>
internal sealed record PureWindow(Guid Sitter, WindowSpan Span, DateTimeOffset CreatedAt)
{
    public WindowFact ToFact(VisitSpan visit, bool isAvailable) =>
        new(Guid.Empty, Guid.Empty, Sitter, Span.OpensAt, Span.ClosesAt, visit.StartsAt, visit.EndsAt, isAvailable);
}

internal sealed class PureVisit(int client, int buffer)
{
    private readonly List<(DateTimeOffset Since, Guid? Sitter, VisitSpan? Span)> _known = [];

    public int Client => client;

    public Guid? Sitter => _known[^1].Sitter;

    /// <summary>Null once it is cancelled.</summary>
    public VisitSpan? Span => _known[^1].Span;

    public PureWindow? Live { get; private set; }

    /// <summary>The window follows as it does in the database: it stays while its past stays as it was, else another takes its place.</summary>
    public void Becomes(DateTimeOffset now, Guid? sitter, VisitSpan? visit)
    {
        _known.Add((now, sitter, visit));
        if (sitter is not { } assigned || visit is not { } span)
        {
            Live = null;
            return;
        }

        var wanted = WindowSpan.Around(span, new Service { PreBufferMinutes = buffer, PostBufferMinutes = buffer });
        Live = Live is { } live && live.Sitter == assigned && live.Span.AgreesUntil(now, wanted)
            ? live with { Span = wanted }
            : new PureWindow(assigned, wanted, now);
    }

    public bool WasThere(Guid sitter, DateTimeOffset at)
    {
        var (_, assigned, span) = _known.FindLast(known => known.Since <= at);
        var ticks = TimeSpan.TicksPerMinute * buffer;
        return assigned == sitter && span is { } visit
            && visit.StartsAt.UtcTicks - ticks <= at.UtcTicks && at.UtcTicks < visit.EndsAt.UtcTicks + ticks;
    }
}
