using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Receiving;

/// <summary>An event as it came in, before it has a place in the ledger.</summary>
public sealed record IncomingEvent(
    ProviderEventKind Kind,
    ProviderEventSource Source,
    string DedupeKey,
    string Sender,
    string Recipient,
    string ProviderSid,
    Guid? OutboundMessageId,
    string Payload,
    string Raw,
    DateTimeOffset? ProviderDate = null);

/// <summary>Whether an event was new to the ledger.</summary>
public enum IntakeResult
{
    Recorded,
    Duplicate,
}

/// <summary>
/// Writes provider events into the ledger and answers once they are on disk. Events that come at once share a
/// transaction, so that syncing every commit to the disk stays cheap.
/// </summary>
public sealed class ProviderEventIntake(Writer writer, ReceivingSignal signal, TimeProvider clock) : BackgroundService
{
    private const int MaxBatch = 256;
    private const int MaxWaiting = 4096;
    private const int LongestAddress = 250;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private DateTimeOffset _lastInstant;

    /// <summary>Completes when the event is durably recorded, now or before. Throws when it could not be.</summary>
    public async Task<IntakeResult> RecordAsync(IncomingEvent incoming, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(incoming);
        await _waiting.Writer.WriteAsync(waiting, cancellationToken);
        return await waiting.Done.Task.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var first in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            List<Waiting> batch = [first];
            while (batch.Count < MaxBatch && _waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            await RecordAsync(batch, stoppingToken);
        }
    }

    private async Task RecordAsync(List<Waiting> batch, CancellationToken cancellationToken)
    {
        try
        {
            var results = await writer.CommitInstallationAsync(db => InsertAsync(db, batch, cancellationToken), cancellationToken);
            for (var index = 0; index < batch.Count; index++)
            {
                batch[index].Done.TrySetResult(results[index]);
            }

            signal.Raise();
        }
        catch (Exception failure)
        {
            if (batch.Count == 1)
            {
                batch[0].Done.TrySetException(failure);
                return;
            }

            // One row that the database refuses must not take its neighbours with it.
            foreach (var single in batch)
            {
                await RecordAsync([single], cancellationToken);
            }
        }
    }

    private async Task<IntakeResult[]> InsertAsync(SnoutDbContext db, List<Waiting> batch, CancellationToken cancellationToken)
    {
        var keys = batch.ConvertAll(waiting => waiting.Incoming.DedupeKey);
        var rows = await db.ProviderEvents.Where(row => keys.Contains(row.DedupeKey))
            .ToDictionaryAsync(row => row.DedupeKey, StringComparer.Ordinal, cancellationToken);
        return [.. batch.Select(waiting => Insert(db, rows, waiting.Incoming))];
    }

    private IntakeResult Insert(SnoutDbContext db, Dictionary<string, ProviderEvent> rows, IncomingEvent incoming)
    {
        if (rows.TryGetValue(incoming.DedupeKey, out var before))
        {
            // The poll looks at the same messages again by design; only the provider's own repeats are counted.
            before.Repeats += incoming.Source == ProviderEventSource.Webhook ? 1 : 0;
            return IntakeResult.Duplicate;
        }

        rows[incoming.DedupeKey] = db.ProviderEvents.Add(RowOf(incoming)).Entity;
        return IntakeResult.Recorded;
    }

    private ProviderEvent RowOf(IncomingEvent incoming) => new()
    {
        Kind = incoming.Kind,
        Source = incoming.Source,
        State = incoming.Kind == ProviderEventKind.Malformed ? ProviderEventState.SetAside : ProviderEventState.Pending,
        DedupeKey = incoming.DedupeKey,
        Sender = Shorten(incoming.Sender),
        Recipient = Shorten(incoming.Recipient),
        ProviderSid = incoming.ProviderSid,
        OutboundMessageId = incoming.OutboundMessageId,
        Payload = incoming.Payload,
        Raw = incoming.Raw,
        ReceivedAt = incoming.ProviderDate ?? NextInstant(),
        NextAttemptAt = clock.GetUtcNow(),
    };

    /// <summary>To what an index takes; the payload keeps it whole.</summary>
    private static string Shorten(string address) => address.Length <= LongestAddress ? address : address[..LongestAddress];

    /// <summary>Strictly increasing to the microsecond, so that messages of one burst keep their order everywhere.</summary>
    private DateTimeOffset NextInstant()
    {
        var now = clock.GetUtcNow();
        var next = _lastInstant.AddMicroseconds(1);
        return _lastInstant = now > next ? now : next;
    }

    private sealed record Waiting(IncomingEvent Incoming)
    {
        public TaskCompletionSource<IntakeResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
