using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>What became of a text that a phone sent: the entry in the books and the webhook's answer, if one came.</summary>
public sealed record CarrierPosted(CarrierMessage Message, HttpStatusCode? Answer);

/// <summary>
/// A carrier with simulated phones. Development only: the product talks to it over HTTP, in Twilio's wire format, and
/// knows nothing of it but an address and credentials.
/// </summary>
public sealed class CarrierState(CarrierOptions options, CarrierPoster poster, CarrierPlayer player, CarrierLog log, TimeProvider clock) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task> _carried = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();
    private readonly CarrierScript _script = new();
    private readonly Lock _gate = new();
    private ImmutableArray<Action<CarrierMessage>> _watchers = [];

    internal CarrierBooks Books { get; } = new();

    internal CarrierOptions Options => options;

    /// <summary>The numbers that the account rents.</summary>
    public CarrierNumbers Numbers { get; } = new();

    /// <summary>What has crossed the wire, either way.</summary>
    public CarrierLog Log => log;

    /// <summary>Phones that have texted or been texted, the latest first.</summary>
    public ImmutableArray<string> Phones =>
        [.. Books.All.Reverse().Select(message => message.Phone).Distinct(StringComparer.Ordinal)];

    /// <summary>What a phone shows, newest last: its own texts and those that reached it.</summary>
    public ImmutableArray<CarrierMessage> MessagesFor(string phone) =>
        [.. Books.All.Where(message => message.Phone == phone && (message.FromPhone || HasArrived(message)))];

    /// <summary>Every text of the carrier, newest last, arrived or not.</summary>
    public ImmutableArray<CarrierMessage> All => Books.All;

    /// <summary>Calls back, off the request's thread, whenever a phone's conversation changes, until disposed.</summary>
    public IDisposable Watch(Action<CarrierMessage> onChanged)
    {
        lock (_gate)
        {
            _watchers = _watchers.Add(onChanged);
        }

        return new Watching(this, onChanged);
    }

    /// <summary>What to do differently with the next message that the business sends, whoever it is for.</summary>
    public void BehaveNext(CarrierBehavior behavior) => _script.Next(behavior);

    /// <summary>What the next messages of the business will meet; empty when all is ordinary.</summary>
    public ImmutableArray<CarrierBehavior> Upcoming => _script.Upcoming;

    /// <summary>Forgets what <see cref="BehaveNext"/> asked for.</summary>
    public void BehaveAgain() => _script.ForgetNext();

    /// <summary>What to do differently with one phone from now on; null to behave.</summary>
    public void Behave(string phone, CarrierBehavior? behavior) => _script.Always(phone, behavior);

    /// <summary>A phone texts the business. Callbacks that are lost, delayed or doubled mean its webhook here.</summary>
    public async Task<CarrierPosted> TextFromPhoneAsync(
        string from,
        string to,
        string body,
        ImmutableArray<CarrierMedia> media = default,
        CarrierBehavior? behavior = null,
        CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var message = new CarrierMessage
        {
            Sid = NewSid(media.IsDefaultOrEmpty ? "SM" : "MM"),
            FromPhone = true,
            From = from,
            To = to,
            Body = body,
            Media = media.IsDefault ? [] : media,
            Status = "received",
            CreatedAt = now,
            UpdatedAt = now,
            SentAt = now,
        };
        Books.Enter(message);
        Tell(message);
        await Task.Delay(behavior?.CallbackDelay ?? TimeSpan.Zero, clock, cancellationToken);

        var fields = CarrierForms.Inbound(options, message);
        HttpStatusCode? answer = null;
        for (var copies = behavior?.Told ?? 1; copies > 0; copies--)
        {
            answer = await poster.PostAsync(options.WebhookUrl, fields, cancellationToken);
        }

        return new CarrierPosted(message, answer);
    }

    /// <summary>Enters a text of an earlier day, of which nobody has to be told.</summary>
    public void Remember(CarrierMessage message) => Books.Enter(message);

    /// <summary>An attachment for a phone to send.</summary>
    public CarrierMedia NewMedia(byte[] bytes, string contentType) => new(NewSid("ME"), contentType, [.. bytes]);

    /// <summary>Waits until every message on its way has arrived or failed.</summary>
    public async Task SettledAsync()
    {
        while (_carried.Values.FirstOrDefault(carried => !carried.IsCompleted) is { } underway)
        {
            await underway;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await SettledAsync();
        _closing.Dispose();
    }

    internal static bool HasArrived(CarrierMessage message) => message.Status is "delivered";

    internal CarrierBehavior BehaviorFor(string phone) => _script.Take(phone);

    internal string NewSid(string prefix) => $"{prefix}{Guid.CreateVersion7(clock.GetUtcNow()):N}";

    /// <summary>Takes a message in, and carries it to its phone in the background.</summary>
    internal void Carry(CarrierMessage message, CarrierBehavior behavior)
    {
        Books.Enter(message);
        _carried[message.Sid] = player.PlayAsync(this, message, behavior, _closing.Token);
    }

    internal void Tell(CarrierMessage message)
    {
        foreach (var watcher in _watchers)
        {
            watcher(message);
        }
    }

    private sealed class Watching(CarrierState state, Action<CarrierMessage> onChanged) : IDisposable
    {
        public void Dispose()
        {
            lock (state._gate)
            {
                state._watchers = state._watchers.Remove(onChanged);
            }
        }
    }
}
