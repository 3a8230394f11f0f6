using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Sending;

/// <summary>Outbound texts from the owner's wish to the last word of the provider, on a real database.</summary>
public abstract partial class OutboundTests(Engine engine) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
    private readonly ScriptedProvider _provider = new();
    private SnoutApp _app = null!;
    private Webhooks _webhooks = null!;
    private Business _business = null!;
    private Actor _owner = null!;
    private string _client = "";

    public async ValueTask InitializeAsync()
    {
        _app = await SnoutApp.StartAsync(new SnoutAppOptions
        {
            Engine = engine,
            Settings = Webhooks.Settings,
            Clock = _clock,
            Services = services => services.RemoveAll<ISmsProvider>().AddSingleton<ISmsProvider>(_provider),
        });
        _webhooks = new Webhooks(_app);
        _business = await _app.OpenBusinessAsync();
        _owner = new Actor(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner);
        _client = Businesses.NextNumber().E164;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_answer_is_queued_at_once_sent_and_then_delivered()
    {
        var thread = await ThreadAsync();
        var queued = await SendAsync(thread, "We do! Which days?");
        var sid = await SidAsync(queued);
        var sms = Assert.Single(_provider.Asked);
        Assert.Equal((_business.FrontDesk, _client, "We do! Which days?"), (sms.From, sms.To.E164, sms.Body));

        await _webhooks.StatusAsync(queued, sid, "delivered");
        await _webhooks.StatusAsync(queued, sid, "sent");
        await StatusIsAsync(queued, MessageStatus.Delivered);
        await AllProcessedAsync();
        Assert.Equal(MessageStatus.Delivered, (await MessageAsync(queued)).Status);
        Assert.Null((await HeadAsync(thread)).NeedsOwnerSince);
    }

    [Fact]
    public async Task Status_callbacks_end_the_same_in_whatever_order_they_come()
    {
        string[][] orders = [["queued", "sent", "delivered"], ["queued", "delivered", "sent"], ["sent", "queued", "delivered"], ["sent", "delivered", "queued"], ["delivered", "queued", "sent"], ["delivered", "sent", "queued"]];
        var thread = await ThreadAsync();
        foreach (var order in orders)
        {
            var message = await SendAsync(thread, string.Join(' ', order));
            var sid = await SidAsync(message);
            foreach (var status in order)
            {
                await _webhooks.StatusAsync(message, sid, status);
            }

            await AllProcessedAsync();
            Assert.Equal(MessageStatus.Delivered, (await MessageAsync(message)).Status);
        }
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_the_callback_and_never_sent_again()
    {
        _provider.Answer(new SendOutcome.Ambiguous("timeout"));
        var message = await SendAsync(await ThreadAsync(), "Did this leave?");
        await StatusIsAsync(message, MessageStatus.Ambiguous);
        await _webhooks.StatusAsync(message, Webhooks.NewSid(), "delivered");
        await StatusIsAsync(message, MessageStatus.Delivered);
        _clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Single(_provider.Asked);
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_a_look_up_at_the_provider()
    {
        _provider.Answer(new SendOutcome.Ambiguous("reset"));
        var message = await SendAsync(await ThreadAsync(), "Look me up");
        await StatusIsAsync(message, MessageStatus.Ambiguous);
        var sid = _provider.NextSid();
        _provider.Known.Enqueue(new ProviderMessage(
            sid, Direction.Outbound, _business.FrontDesk.E164, _client, "Look me up", MessageStatus.Sent, null, 0, 1, _clock.GetUtcNow(), _clock.GetUtcNow()));
        await AdvanceUntilAsync(message, MessageStatus.Sent, TimeSpan.FromSeconds(16));
        Assert.Equal(sid, (await MessageAsync(message)).ProviderSid);
        Assert.Single(_provider.Asked);
    }

    [Fact]
    public async Task A_lost_answer_that_nobody_can_account_for_is_left_to_a_person_after_15_minutes()
    {
        _provider.Answer(new SendOutcome.Ambiguous("timeout"));
        var thread = await ThreadAsync();
        var message = await SendAsync(thread, "Anybody?");
        await StatusIsAsync(message, MessageStatus.Ambiguous);
        await AdvanceUntilAsync(message, MessageStatus.NeedsReview, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(10));
        Assert.True((await HeadAsync(thread)).HasFailedSend);
        Assert.Single(_provider.Asked);
    }

    [Fact]
    public async Task What_was_certainly_not_taken_is_tried_again_until_it_is()
    {
        _provider.Answer(new SendOutcome.NotTaken(TimeSpan.FromSeconds(7), "429"));
        _provider.Answer(new SendOutcome.NotTaken(null, "connection refused"));
        var message = await SendAsync(await ThreadAsync(), "Third time lucky");
        await Until.TrueAsync(() => Task.FromResult(_provider.Asked.Count == 1));
        await AdvanceUntilAsync(message, MessageStatus.Sending, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(8));
        Assert.Equal(3, _provider.Asked.Count);
    }

    [Fact]
    public async Task A_refused_message_fails_with_its_code_and_can_be_retried_once()
    {
        _provider.Answer(new SendOutcome.Rejected(21211, "invalid To"));
        var thread = await ThreadAsync();
        var failed = await SendAsync(thread, "Hello");
        await StatusIsAsync(failed, MessageStatus.Failed);
        Assert.Equal(21211, (await MessageAsync(failed)).ErrorCode);
        Assert.True((await HeadAsync(thread)).HasFailedSend);

        var retry = new SendRequest(_owner, thread, "Hello", RetryOfId: failed);
        var again = Assert.IsType<SendVerdict.Queued>(await _app.Get<MessageSender>().SendAsync(retry, TestContext.Current.CancellationToken));
        Assert.Equal(failed, (await MessageAsync(again.MessageId)).RetryOfId);
        Assert.IsType<SendVerdict.NotRetryable>(await _app.Get<MessageSender>().SendAsync(retry, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_account_that_is_refused_keeps_the_queue()
    {
        _provider.Answer(new SendOutcome.AccountRefused(20003, "credentials"));
        var message = await SendAsync(await ThreadAsync(), "Wait for it");
        await Until.TrueAsync(() => Task.FromResult(_provider.Asked.Count == 1));
        await StatusIsAsync(message, MessageStatus.Queued);
        await AdvanceUntilAsync(message, MessageStatus.Sending, TimeSpan.FromSeconds(61));
    }

    [Fact]
    public async Task The_same_key_sends_once_and_another_text_under_it_is_refused()
    {
        var thread = await ThreadAsync();
        var first = await VerdictAsync(thread, "Once", "key-1");
        Assert.Equal(first with { AlreadyAsked = true }, await VerdictAsync(thread, "Once", "key-1"));
        var sender = _app.Get<MessageSender>();
        Assert.IsType<SendVerdict.KeyReused>(await sender.SendAsync(new SendRequest(_owner, thread, "Twice", IdempotencyKey: "key-1"), TestContext.Current.CancellationToken));
        await StatusIsAsync(first.MessageId, MessageStatus.Sending);
        Assert.Single(_provider.Asked);
    }

    [Fact]
    public async Task Messages_to_one_phone_leave_in_the_order_they_were_written()
    {
        var thread = await ThreadAsync();
        var messages = new List<Guid>();
        for (var n = 0; n < 10; n++)
        {
            messages.Add(await SendAsync(thread, $"{n}"));
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        // A message is on its way before the provider has been asked.
        await StatusIsAsync(messages[^1], MessageStatus.Sending);
        await Until.TrueAsync(() => Task.FromResult(_provider.Asked.Count == messages.Count));
        Assert.Equal(Enumerable.Range(0, 10).Select(n => $"{n}"), _provider.Asked.Select(sms => sms.Body), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_stop_closes_every_number_and_takes_what_is_queued_with_it()
    {
        var thread = await ThreadAsync();
        _provider.Answer(new SendOutcome.NotTaken(TimeSpan.FromMinutes(1), "429"));
        var queued = await SendAsync(thread, "See you at nine");
        await Until.TrueAsync(() => Task.FromResult(_provider.Asked.Count == 1));
        await StatusIsAsync(queued, MessageStatus.Queued);
        await _webhooks.TextAsync(_client, _business.FrontDesk.E164, " Stop. ");
        await StatusIsAsync(queued, MessageStatus.Failed);
        var sender = _app.Get<MessageSender>();
        Assert.Equal(
            new SendVerdict.RecipientOptedOut(ThisNumberOnly: false),
            await sender.SendAsync(new SendRequest(_owner, thread, "One more thing"), TestContext.Current.CancellationToken));

        await _webhooks.TextAsync(_client, _business.FrontDesk.E164, "START");
        await AllProcessedAsync();
        Assert.IsType<SendVerdict.Queued>(await sender.SendAsync(new SendRequest(_owner, thread, "Welcome back"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_thread_of_another_business_is_not_found()
    {
        var other = await _app.OpenBusinessAsync("Other Paws");
        var thread = await ThreadAsync();
        var stranger = new Actor(other.OrganizationId, other.OwnerId, "Somebody else", Role.Owner);
        Assert.IsType<SendVerdict.ThreadNotFound>(await _app.Get<MessageSender>().SendAsync(new SendRequest(stranger, thread, "Hi"), TestContext.Current.CancellationToken));
    }
}
