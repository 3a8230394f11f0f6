using System.Collections.Immutable;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>One request between the business and the carrier; no status means that it was never answered.</summary>
public sealed record CarrierCrossing
{
    public CarrierCrossing(DateTimeOffset at, bool toBusiness, string method, string path, string? from, string? to, int? status)
    {
        (At, ToBusiness, Method, Status) = (at, toBusiness, method, status);
        Path = Shorten(path);
        Numbers = string.IsNullOrEmpty(from) || string.IsNullOrEmpty(to) ? "" : $"{PhoneNumber.Shorten(from)} → {PhoneNumber.Shorten(to)}";
    }

    public DateTimeOffset At { get; }

    /// <summary>A webhook; otherwise a call of the business to the carrier.</summary>
    public bool ToBusiness { get; }

    public string Method { get; }

    /// <summary>The end of the path, ids by their last four characters.</summary>
    public string Path { get; }

    /// <summary>From whom to whom, in short forms; empty where no text is spoken of.</summary>
    public string Numbers { get; }

    public int? Status { get; }

    private static string Shorten(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var start = Math.Max(Array.FindLastIndex(parts, part => part is "Messages" or "Messages.json" or "IncomingPhoneNumbers" or "IncomingPhoneNumbers.json" or "webhook"), 0);
        return string.Join('/', parts[start..].Select(part => part.Length > 30 ? $"…{part[^4..]}" : part));
    }
}

/// <summary>The last requests between the business and the carrier, for whoever wants to watch the wire.</summary>
public sealed class CarrierLog
{
    private const int Kept = 60;

    private ImmutableList<CarrierCrossing> _crossings = [];
    private ImmutableList<Action> _watchers = [];

    /// <summary>Newest first.</summary>
    public ImmutableList<CarrierCrossing> Crossings => _crossings;

    /// <summary>Calls back whenever something has crossed, until disposed.</summary>
    public IDisposable Watch(Action onCrossing)
    {
        ImmutableInterlocked.Update(ref _watchers, watchers => watchers.Add(onCrossing));
        return new Watching(this, onCrossing);
    }

    internal void Add(CarrierCrossing crossing)
    {
        ImmutableInterlocked.Update(ref _crossings, crossings => [crossing, .. crossings.Take(Kept - 1)]);
        foreach (var watcher in _watchers)
        {
            watcher();
        }
    }

    private sealed class Watching(CarrierLog log, Action onCrossing) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref log._watchers, watchers => watchers.Remove(onCrossing));
    }
}
