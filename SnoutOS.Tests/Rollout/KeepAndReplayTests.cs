using System.Net;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Rollout;

/// <summary>Messaging off: texts are taken in and kept, nothing leaves. On again: everything in its order, once.</summary>
public abstract class KeepAndReplayTests(Product product)
{
    [Fact]
    public async Task What_came_while_off_is_processed_in_order_before_what_comes_after()
    {
        var office = await product.OpenOfficeAsync();
        var (robin, kim) = (Businesses.NextNumber(), Businesses.NextNumber());
        await SwitchAsync(office, false);
        await TextAsync(office, robin, "One");
        await TextAsync(office, kim, "From Kim");
        var sid = await TextAsync(office, robin, "Two");
        await TextAsync(office, robin, "Two", sid);
        await KeptAsync(office, 3);
        await using (var before = office.Db())
        {
            Assert.Equal((0, 0, 0), (await before.Threads.CountAsync(), await before.Messages.CountAsync(), await before.Clients.CountAsync()));
        }

        Assert.Equal(3, (await office.GetAsync("/api/messages/diagnostics")).GetProperty("webhooks").GetProperty("unprocessed").GetInt32());
        await SwitchAsync(office, true);
        await TextAsync(office, robin, "Three");
        await DoneAsync(office, 4);

        await using var db = office.Db();
        var thread = await db.Threads.SingleAsync(row => row.LastMessagePreview == "Three");
        var bodies = await db.Messages.Where(row => row.ThreadId == thread.Id).OrderBy(row => row.CreatedAt).Select(row => row.Body).ToListAsync();
        Assert.Equal(["One", "Two", "Three"], bodies);
        Assert.Equal(3, thread.InboundCount);
        var reasons = await db.RoutingDecisions.Where(row => row.ThreadId == thread.Id).OrderBy(row => row.DecidedAt).ThenBy(row => row.Id).Select(row => row.Reason).ToListAsync();

        // Only the very first message of a stranger is an unknown sender's.
        Assert.Equal(1, reasons.Count(reason => reason == Domain.Routing.RoutingReason.UnknownSender));
        var first = await db.RoutingDecisions.SingleAsync(row => row.ThreadId == thread.Id && row.Reason == Domain.Routing.RoutingReason.UnknownSender);
        Assert.Equal("One", (await db.Messages.SingleAsync(row => row.Id == first.MessageId)).Body);
        Assert.Equal(0, (await office.GetAsync("/api/messages/diagnostics")).GetProperty("webhooks").GetProperty("unprocessed").GetInt32());
    }

    [Fact]
    public async Task A_new_message_waits_behind_the_same_senders_kept_ones()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Engine = product.Engine, Settings = Webhooks.Settings, Clock = product.Clock, Workers = false });
        var business = await app.OpenBusinessAsync();
        var from = Businesses.NextNumber().E164;
        var (old, fresh) = (EventOf(business, from, "Old", ProviderEventState.Kept), EventOf(business, from, "New", ProviderEventState.Pending));
        await app.Get<Writer>().CommitInstallationAsync(async db => await db.ProviderEvents.AddRangeAsync(old, fresh), CancellationToken.None);
        await app.Get<MessageReceiver>().ReceiveAsync(fresh, CancellationToken.None);
        Assert.Equal([ProviderEventState.Kept, ProviderEventState.Kept], await StatesAsync(app));

        await app.Get<KeptEvents>().ReleaseAsync(CancellationToken.None);
        Assert.Equal([ProviderEventState.Pending, ProviderEventState.Pending], await StatesAsync(app));
        await app.Get<MessageReceiver>().ReceiveAsync(old, CancellationToken.None);
        await app.Get<MessageReceiver>().ReceiveAsync(fresh, CancellationToken.None);
        Assert.Equal([ProviderEventState.Processed, ProviderEventState.Processed], await StatesAsync(app));
    }

    [Fact]
    public async Task Stop_takes_effect_at_once_and_is_told_on_return()
    {
        var office = await product.OpenOfficeAsync();
        var robin = Businesses.NextNumber();
        var thread = await office.TextInAsync(robin, "Hello");
        await SwitchAsync(office, false);
        await TextAsync(office, robin, "STOP");
        await KeptAsync(office, 1);
        var verdict = await product.App.Get<MessageSender>().SendAsync(new SendRequest(office.Owner, thread, "Hi"), CancellationToken.None);
        Assert.IsType<SendVerdict.RecipientOptedOut>(verdict);

        await SwitchAsync(office, true);
        await DoneAsync(office, 2);
        await using var db = office.Db();
        Assert.Equal("STOP", (await db.Threads.SingleAsync(row => row.Id == thread)).LastMessagePreview);
        Assert.Equal(1, await db.ConsentEvents.CountAsync());
        Assert.Equal(1, await db.RoutingDecisions.CountAsync(row => row.Reason == Domain.Routing.RoutingReason.ConsentKeyword));
    }

    [Fact]
    public async Task The_outbox_holds_while_off_and_goes_on_afterwards()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        await SwitchAsync(office, false);
        var message = await SendAsync(office, thread);
        await HeldAsync(office, message);
        Assert.DoesNotContain(product.Provider.Asked, sms => sms.MessageId == message);

        await SwitchAsync(office, true);
        await office.StatusIsAsync(message, MessageStatus.Sending);
        Assert.Single(product.Provider.Asked, sms => sms.MessageId == message);
    }

    [Fact]
    public async Task A_message_that_was_held_too_long_waits_for_its_writer()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        await SwitchAsync(office, false);
        var message = await SendAsync(office, thread);
        await HeldAsync(office, message);
        product.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        await SwitchAsync(office, true);
        await office.StatusIsAsync(message, MessageStatus.NeedsReview);
        Assert.DoesNotContain(product.Provider.Asked, sms => sms.MessageId == message);
    }

    [Fact]
    public async Task Status_callbacks_take_effect_while_off()
    {
        var office = await product.OpenOfficeAsync();
        var message = await SendAsync(office, await office.TextInAsync());
        var sid = await Until.FoundAsync(async () =>
        {
            await using var db = office.Db();
            return (await db.Messages.SingleAsync(row => row.Id == message)).ProviderSid;
        });
        await SwitchAsync(office, false);
        Assert.Equal(HttpStatusCode.OK, (await product.Webhooks.StatusAsync(message, sid, "delivered")).StatusCode);
        await office.StatusIsAsync(message, MessageStatus.Delivered);
    }

    private async Task<Guid> SendAsync(Office office, Guid thread) =>
        Assert.IsType<SendVerdict.Queued>(await product.App.Get<MessageSender>()
            .SendAsync(new SendRequest(office.Owner, thread, "Hi"), CancellationToken.None)).MessageId;

    private async Task<string> TextAsync(Office office, PhoneNumber from, string body, string? sid = null)
    {
        sid ??= Webhooks.NewSid();
        Assert.Equal(HttpStatusCode.OK, (await product.Webhooks.TextAsync(from.E164, office.Business.FrontDesk.E164, body, sid)).StatusCode);
        return sid;
    }

    private Task SwitchAsync(Office office, bool on) =>
        product.App.Get<MessagingFlags>().SetOrganizationAsync(office.Owner, new Dictionary<Flag, bool?> { [Flag.Messaging] = on }, "test", CancellationToken.None);

    private Task KeptAsync(Office office, int count) => CountAsync(office, ProviderEventState.Kept, count);

    private Task DoneAsync(Office office, int count) => CountAsync(office, ProviderEventState.Processed, count);

    private Task CountAsync(Office office, ProviderEventState state, int count) => Until.TrueAsync(async () =>
    {
        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var db = office.Db();
        return await db.ProviderEvents.CountAsync(row => row.OrganizationId == office.Id && row.State == state) == count;
    });

    /// <summary>The worker has looked at it and put it off.</summary>
    private static Task HeldAsync(Office office, Guid message) => Until.TrueAsync(async () =>
    {
        await using var db = office.Db();
        var entry = await db.Outbox.SingleAsync(row => row.MessageId == message);
        return entry.State == OutboxState.Pending && entry.NextAttemptAt > entry.CreatedAt;
    });

    private ProviderEvent EventOf(Business business, string from, string body, ProviderEventState state)
    {
        var incoming = InboundEvents.Of(new InboundText(Webhooks.NewSid(), from, business.FrontDesk.E164, body, [], null, 1), ProviderEventSource.Webhook, "");
        return new ProviderEvent
        {
            OrganizationId = state == ProviderEventState.Kept ? business.OrganizationId : null,
            Kind = incoming.Kind,
            State = state,
            DedupeKey = incoming.DedupeKey,
            Sender = incoming.Sender,
            Recipient = incoming.Recipient,
            ProviderSid = incoming.ProviderSid,
            Payload = incoming.Payload,
            ReceivedAt = product.Clock.GetUtcNow(),
        };
    }

    private static async Task<List<ProviderEventState>> StatesAsync(SnoutApp app)
    {
        await using var db = app.Get<SnoutDb>().ForInstallation();
        return await db.ProviderEvents.OrderBy(row => row.Sequence).Select(row => row.State).ToListAsync();
    }
}
