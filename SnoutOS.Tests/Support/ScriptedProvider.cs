using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Tests.Support;

/// <summary>The provider as a test wants it: answers by script, remembers what it was asked.</summary>
public sealed class ScriptedProvider : ISmsProvider
{
    private int _sids;

    /// <summary>Every create that reached it, in order.</summary>
    public ConcurrentQueue<OutboundSms> Asked { get; } = new();

    /// <summary>What it knows of, for look-ups and the poll.</summary>
    public ConcurrentQueue<ProviderMessage> Known { get; } = new();

    /// <summary>Answers the next creates; accepts when there is no script left.</summary>
    public ConcurrentQueue<Func<OutboundSms, Task<SendOutcome>>> Script { get; } = new();

    /// <summary>What every attachment turns out to be.</summary>
    public MediaOutcome Media { get; set; } = new MediaOutcome.Fetched([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "image/jpeg");

    public string NextSid() => $"SM{Interlocked.Increment(ref _sids):x32}";

    public void Answer(SendOutcome outcome) => Script.Enqueue(_ => Task.FromResult(outcome));

    public async Task<SendOutcome> SendAsync(OutboundSms sms, CancellationToken cancellationToken)
    {
        Asked.Enqueue(sms);
        return Script.TryDequeue(out var answer)
            ? await answer(sms)
            : new SendOutcome.Accepted(NextSid(), MessageStatus.Queued, null);
    }

    public Task<ProviderMessage?> FetchAsync(string sid, CancellationToken cancellationToken) =>
        Task.FromResult(Known.FirstOrDefault(message => message.Sid == sid));

    public async IAsyncEnumerable<ProviderMessage> ListAsync(
        ProviderMessageQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var message in Known.OrderByDescending(message => message.CreatedAt))
        {
            yield return message;
        }
    }

    public Task<MediaOutcome> FetchMediaAsync(string providerUrl, string messageSid, CancellationToken cancellationToken) =>
        Task.FromResult(Media);

    public Task<IReadOnlyList<ProviderMedia>> ListMediaAsync(string messageSid, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ProviderMedia>>([]);
}
