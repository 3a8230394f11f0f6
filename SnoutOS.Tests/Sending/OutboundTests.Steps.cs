using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Sending;

/// <summary>What the tests do and look up.</summary>
public abstract partial class OutboundTests
{
    private async Task<Guid> ThreadAsync()
    {
        await _webhooks.TextAsync(_client, _business.FrontDesk.E164, "Do you walk cats?");
        await AllProcessedAsync();
        await using var db = _app.Db(_business.OrganizationId);
        return await db.Threads.Select(thread => thread.Id).SingleAsync();
    }

    private async Task<Guid> SendAsync(Guid thread, string body) => (await VerdictAsync(thread, body, null)).MessageId;

    private async Task<SendVerdict.Queued> VerdictAsync(Guid thread, string body, string? key) =>
        Assert.IsType<SendVerdict.Queued>(await _app.Get<MessageSender>()
            .SendAsync(new SendRequest(_owner, thread, body, IdempotencyKey: key), TestContext.Current.CancellationToken));

    private async Task<Message> MessageAsync(Guid id)
    {
        await using var db = _app.Db(_business.OrganizationId);
        return await db.Messages.SingleAsync(message => message.Id == id);
    }

    private async Task<MessageThread> HeadAsync(Guid id)
    {
        await using var db = _app.Db(_business.OrganizationId);
        return await db.Threads.SingleAsync(thread => thread.Id == id);
    }

    /// <summary>The provider's id, as soon as its answer is written down.</summary>
    private Task<string> SidAsync(Guid message) => Until.FoundAsync(async () => (await MessageAsync(message)).ProviderSid);

    private Task StatusIsAsync(Guid message, MessageStatus status) =>
        Until.TrueAsync(async () => (await MessageAsync(message)).Status == status);

    /// <summary>Moves the clock step by step, letting the worker see each step before the next.</summary>
    private async Task AdvanceUntilAsync(Guid message, MessageStatus status, params TimeSpan[] steps)
    {
        foreach (var step in steps)
        {
            var before = await AttemptsAsync(message);
            await Until.TrueAsync(async () => (await OutboxAsync(message)).State != OutboxState.Submitting);
            _clock.Advance(step);
            await Until.TrueAsync(async () =>
            {
                // The worker sleeps on the same clock; nudging it past its nap is not waiting.
                _clock.Advance(TimeSpan.FromMilliseconds(1));
                _app.Get<OutboxSignal>().Raise();
                return await AttemptsAsync(message) > before || (await MessageAsync(message)).Status == status;
            });
        }

        await StatusIsAsync(message, status);
    }

    private async Task<int> AttemptsAsync(Guid message)
    {
        var entry = await OutboxAsync(message);
        return entry.Attempts + entry.LookUps;
    }

    private async Task<OutboxEntry> OutboxAsync(Guid message)
    {
        await using var db = _app.Db(_business.OrganizationId);
        return await db.Outbox.SingleAsync(entry => entry.MessageId == message);
    }

    private Task AllProcessedAsync() => Until.TrueAsync(async () =>
    {
        await using var db = _app.Get<Domain.Persistence.SnoutDb>().ForInstallation();
        return !await db.ProviderEvents.AnyAsync(row => row.State == Domain.Receiving.ProviderEventState.Pending);
    });
}
