using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

/// <summary>What an owner sees of messages that did not simply go through, and the dialogs in which they decide.</summary>
public sealed class HeldBubbleTests(AppWithClock host) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private const string Number = "my cell is 212-555-0142";

    private SitterDay _day = null!;
    private Pages _pages = null!;
    private IRenderedComponent<MudDialogProvider> _dialogs = null!;
    private SittersClient _robin = null!;
    private Guid _thread;

    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _day = await SitterDay.OpenAsync(host.App);
        (_robin, _thread) = await _day.WalkAsync(TimeSpan.Zero);
        _pages = new Pages(host.Clock, host.App, _day.Owner);
        _dialogs = _pages.Render<MudDialogProvider>();
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public async Task A_held_message_says_so_in_words_marks_the_span_and_offers_both_ways()
    {
        await SendAsync(Number);
        var bubble = await ShowNewestAsync();
        Assert.Equal("Held back", bubble.Find(".state").TextContent);
        Assert.Equal("212-555-0142", bubble.Find("mark.held .found").TextContent);
        Assert.Contains("Found: phone number. The client has not got it.", bubble.Find(".panel").TextContent, StringComparison.Ordinal);
        Assert.Contains("Strike 1 of 3 in 30 days for Ana.", bubble.Find(".panel").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Send it anyway", "Keep it back"], bubble.FindAll(".acts button").Select(button => button.TextContent), StringComparer.Ordinal);
    }

    [Fact]
    public async Task It_is_sent_anyway_with_a_reason_and_says_who_did_and_why()
    {
        var held = await SendAsync(Number);
        await PressAsync(await ShowNewestAsync(), "Send it anyway");
        await SubmitAsync("send-anyway");
        Assert.Equal("Say why: the audit log keeps your reason.", _dialogs.Find("#send-anyway-reason-refusal").TextContent);
        await GiveReasonAsync("send-anyway", "It is their vet");
        Assert.Equal(MessageStatus.Queued, (await ReadAsync(held)).Status);
        var bubble = await ShowNewestAsync();
        Assert.Empty(bubble.FindAll(".state, .acts"));
        Assert.Matches("^Sent anyway by Olivia Park, .+: It is their vet$", bubble.Find(".decision").TextContent);
        await SubmitAsync(await DialogAsync<SendAnywayDialog>(held), "Again");
        Assert.Equal("Somebody has decided on this message already.", _dialogs.Find("#send-anyway-reason-refusal").TextContent);
    }

    [Fact]
    public async Task After_the_visit_it_asks_once_more()
    {
        var held = await SendAsync(Number);
        host.Clock.Advance(SitterDay.After);
        await SubmitAsync(await DialogAsync<SendAnywayDialog>(held), "They need it");
        Assert.StartsWith("The time to write to this client is over.", _dialogs.Find("#send-anyway-reason-refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal(MessageStatus.Blocked, (await ReadAsync(held)).Status);
        await SubmitAsync("send-anyway");
        Assert.Equal(MessageStatus.Queued, (await ReadAsync(held)).Status);
    }

    [Fact]
    public async Task Kept_back_as_a_false_alarm_the_strike_goes_and_the_number_may_be_named()
    {
        var held = await SendAsync(Number);
        await PressAsync(await ShowNewestAsync(), "Keep it back");
        Assert.Empty(_dialogs.FindAll(".allow"));
        await _dialogs.FindAll(".choice input")[1].ChangeAsync(new() { Value = "on" });
        Assert.Contains("Allow •••• 0142 from now on", _dialogs.Find(".allow").TextContent, StringComparison.Ordinal);
        await _dialogs.Find(".allow input").ChangeAsync(new() { Value = true });
        await GiveReasonAsync("keep-back", "The vet on Broadway");
        Assert.Equal((MessageStatus.Dismissed, ViolationOutcome.FalsePositive), ((await ReadAsync(held)).Status, (await ReadAsync(held)).Held!.Outcome));
        Assert.Equal("+12125550142", Assert.Single(await host.App.Get<AllowedContacts>().ListAsync(_day.Owner, Stop)).Value);
        Assert.Empty(await host.App.Get<StrikeReader>().ReadAsync(_day.Owner, Stop));
        var bubble = await ShowNewestAsync();
        Assert.Equal("Kept back", bubble.Find(".state").TextContent);
        Assert.Matches("^Called a false alarm by Olivia Park, .+: The vet on Broadway$", bubble.Find(".decision").TextContent);
    }

    [Fact]
    public async Task A_new_sitters_message_waits_for_an_ok_until_the_window_ends_and_is_let_go_with_one_press()
    {
        await host.App.Get<RuleBook>().SaveAsync(_day.Owner, RuleSet.Usual with { ApproveFirst = 5 }, Stop);
        Assert.IsType<SendVerdict.Queued>(await WriteAsync("Biscuit ate all of his dinner"));
        var seen = (await host.App.Get<InboxReader>().MessagesAsync(_day.Ana, _thread, null, 1, Stop)).Items[0];
        var anas = _pages.Render<MessageBubble>(parameters => parameters.Add(bubble => bubble.Message, seen).Add(bubble => bubble.ForSitter, true));
        Assert.Equal("Waiting for the office's OK", anas.Find(".state").TextContent);
        var bubble = await ShowNewestAsync();
        Assert.Equal("Waits for your OK", bubble.Find(".state").TextContent);
        Assert.Contains("It can leave until", bubble.Find(".panel").TextContent, StringComparison.Ordinal);
        await PressAsync(bubble, "Let it go out");
        Assert.False((await ReadAsync(seen.Id)).AwaitsApproval);
        Assert.Empty((await ShowNewestAsync()).FindAll(".state, .panel"));
    }

    [Fact]
    public async Task What_is_masked_for_the_sitter_is_shown_to_them_span_by_span()
    {
        await TextInAsync("Call me at 917-555-0148 or write to jane@example.com");
        var bubble = await ShowNewestAsync();
        Assert.Equal(2, bubble.FindAll("mark.masked").Count);
        Assert.Contains("Phone number: Ana does not see this", bubble.Find(".hidden").TextContent, StringComparison.Ordinal);
        await bubble.Find("button[aria-label='Show to Ana: phone number']").ClickAsync();
        var left = await ShowNewestAsync();
        Assert.Equal("jane@example.com", Assert.Single(left.FindAll("mark.masked .found")).TextContent);
        Assert.Equal("917-555-0148", left.Find("mark.noted .found").TextContent);
        Assert.Single(left.FindAll(".hidden button"));
        var anas = (await host.App.Get<InboxReader>().MessagesAsync(_day.Ana, _thread, null, 1, Stop)).Items[0];
        Assert.Equal($"Call me at 917-555-0148 or write to {Masking.Mark}", anas.Body);
    }

    [Fact]
    public void A_flag_is_quiet_and_a_sitters_picture_says_that_nobody_read_it()
    {
        var flagged = Shown.Inbound with
        {
            Findings = [new FindingView(0, FindingType.Solicitation, null, 0, 2, .6, "a-rule", false, PoachingAction.Flag, false)],
            Held = new HeldView(PoachingAction.Flag, null, ViolationOutcome.Open, null, null, ""),
            HasUnreadPicture = true,
        };
        var bubble = Show(flagged);
        Assert.Empty(bubble.FindAll(".state, .acts"));
        Assert.Equal("Flagged: invitation to go on elsewhere. It was delivered.", bubble.Find(".decision").TextContent);
        Assert.Single(bubble.FindAll("mark.noted"));
        Assert.Equal("Not checked for codes", bubble.Find(".unread-picture").TextContent);
    }

    [Fact]
    public void What_is_hidden_in_an_attachment_can_be_shown_too()
    {
        var card = Shown.Inbound with
        {
            SeenBy = ["Ana Silva"],
            Findings = [new FindingView(0, FindingType.PhoneNumber, 0, 0, 0, .9, "a-rule", false, PoachingAction.Mask, true)],
        };
        Assert.Contains("Phone number in the attachment: Ana does not see this", Show(card).Find(".hidden").TextContent, StringComparison.Ordinal);
    }

    private async Task<Guid> SendAsync(string body) => Assert.IsType<SendVerdict.Blocked>(await WriteAsync(body)).MessageId;

    private Task<SendVerdict> WriteAsync(string body) => host.App.Get<MessageSender>().SendAsync(new SendRequest(_day.Ana, _thread, body), Stop);

    private async Task TextInAsync(string body)
    {
        var text = new InboundText(Webhooks.NewSid(), _robin.Phone.E164, _day.Number.E164, body, [], null, 1);
        var incoming = InboundEvents.Of(text, ProviderEventSource.Webhook, raw: "");
        var row = new ProviderEvent
        {
            Kind = incoming.Kind,
            Source = incoming.Source,
            DedupeKey = incoming.DedupeKey,
            Sender = text.From,
            Recipient = text.To,
            ProviderSid = text.ProviderSid,
            Payload = incoming.Payload,
            ReceivedAt = host.Clock.GetUtcNow(),
            NextAttemptAt = host.Clock.GetUtcNow(),
        };
        await using (var db = host.App.Get<SnoutDb>().ForInstallation())
        {
            db.ProviderEvents.Add(row);
            await db.SaveChangesAsync(Stop);
        }

        await host.App.Get<MessageReceiver>().ReceiveAsync(row, Stop);
    }

    private async Task<MessageView> ReadAsync(Guid id) => (await host.App.Get<InboxReader>().MessageAsync(_day.Owner, id, Stop))!;

    private async Task<IRenderedComponent<MessageBubble>> ShowNewestAsync() =>
        Show((await host.App.Get<InboxReader>().MessagesAsync(_day.Owner, _thread, null, 1, Stop)).Items[0]);

    private IRenderedComponent<MessageBubble> Show(MessageView message) =>
        _pages.Render<MessageBubble>(parameters => parameters.Add(bubble => bubble.Message, message).Add(bubble => bubble.ClosesRun, true));

    /// <summary>Presses a button; a dialog that it opens stays open, so what the press began is not waited for.</summary>
    private async Task PressAsync(IRenderedComponent<MessageBubble> bubble, string words)
    {
        var click = bubble.FindAll("button").Single(button => string.Equals(button.TextContent, words, StringComparison.Ordinal)).ClickAsync();
        if (words is not "Let it go out")
        {
            _dialogs.WaitForElement("form");
            return;
        }

        await click;
    }

    private async Task<string> DialogAsync<TDialog>(Guid message)
        where TDialog : Microsoft.AspNetCore.Components.ComponentBase
    {
        var view = await ReadAsync(message);
        var service = _pages.Services.GetRequiredService<IDialogService>();
        await _dialogs.InvokeAsync(() => service.ShowAsync<TDialog>("", new DialogParameters { ["Message"] = view }));
        return _dialogs.WaitForElement("form").Id!;
    }

    private Task GiveReasonAsync(string form, string reason) => SubmitAsync(form, reason);

    private async Task SubmitAsync(string form, string? reason = null)
    {
        if (reason is not null)
        {
            await _dialogs.Find($"#{form}-reason").ChangeAsync(new() { Value = reason });
        }

        await _dialogs.Find($"#{form}").SubmitAsync();
    }
}
