using Bunit;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

public sealed class MessageBubbleTests : IAsyncLifetime
{
    private readonly Pages _pages = new(TestTime.Clock());
    private readonly List<MessageView> _retried = [];
    private readonly List<Guid> _asked = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Theory]
    [InlineData(MessageStatus.Queued, "clock")]
    [InlineData(MessageStatus.Sent, "#check")]
    [InlineData(MessageStatus.Delivered, "#checks")]
    [InlineData(MessageStatus.Ambiguous, "clock")]
    public void An_outbound_message_carries_its_tick(MessageStatus status, string icon)
    {
        var bubble = Show(Shown.Outbound with { Status = status });
        Assert.EndsWith(icon, bubble.Find(".tick use").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(DeliveryWords.Label(status), bubble.Find(".tick span").TextContent);
        Assert.Empty(bubble.FindAll("button"));
    }

    [Fact]
    public void An_inbound_message_has_none() => Assert.Empty(Show(Shown.Inbound).FindAll(".tick"));

    [Fact]
    public async Task A_failure_says_why_and_can_be_sent_again()
    {
        var failed = Shown.Outbound with { Status = MessageStatus.Failed, ErrorCode = 30006 };
        var bubble = Show(failed);
        Assert.Contains("landline", bubble.Find(".reason").TextContent, StringComparison.Ordinal);
        await bubble.Find(".reason button").ClickAsync();
        Assert.Equal(failed, Assert.Single(_retried));
    }

    [Fact]
    public void What_was_sent_again_says_so_and_offers_nothing()
    {
        var bubble = Show(Shown.Outbound with { Status = MessageStatus.Undelivered, WasRetried = true });
        Assert.Contains("Sent again below", bubble.Markup, StringComparison.Ordinal);
        Assert.Empty(bubble.FindAll("button"));
    }

    [Fact]
    public void A_doubtful_one_is_put_as_a_question() =>
        Assert.Equal("Send again?", Show(Shown.Outbound with { Status = MessageStatus.NeedsReview }).Find("button").TextContent.Trim());

    [Fact]
    public void A_body_is_text_never_markup_and_nothing_becomes_a_link()
    {
        const string body = "<b>hi</b> https://example.test";
        var bubble = Show(Shown.Inbound with { Body = body });
        Assert.Equal(body, bubble.Find("p.text").TextContent);
        Assert.Empty(bubble.FindAll("b, a"));
    }

    [Fact]
    public void Attachments_are_shown_in_every_state()
    {
        var bubble = Show(Shown.Inbound with
        {
            Media =
            [
                new MediaView(Shown.Inbound.Id, 0, MediaState.Stored, "image/jpeg", 2048),
                new MediaView(Shown.Inbound.Id, 1, MediaState.Waiting, "image/jpeg", 0),
                new MediaView(Shown.Inbound.Id, 2, MediaState.Unavailable, "video/mp4", 0),
                new MediaView(Shown.Inbound.Id, 3, MediaState.Stored, "application/pdf", 2048),
            ],
        });
        Assert.Equal($"/media/{Shown.Inbound.Id}/0", bubble.Find("img").GetAttribute("src"));
        Assert.Contains("On its way", bubble.Markup, StringComparison.Ordinal);
        Assert.Contains("could not be fetched", bubble.Markup, StringComparison.Ordinal);
        Assert.Equal($"/media/{Shown.Inbound.Id}/3", bubble.Find("a.chip").GetAttribute("href"));
        Assert.Contains("2 KB", bubble.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_rendered_again_only_when_something_it_shows_has_changed()
    {
        var bubble = Show(Shown.Outbound);
        bubble.Render(parameters => parameters.Add(item => item.Message, Shown.Outbound with { Media = [.. Shown.Outbound.Media] }));
        Assert.Equal(1, bubble.RenderCount);
        bubble.Render(parameters => parameters.Add(item => item.Message, Shown.Outbound with { Status = MessageStatus.Failed }));
        Assert.Equal(2, bubble.RenderCount);
    }

    [Fact]
    public void A_sitter_sends_their_own_again_and_leaves_the_offices_to_the_office()
    {
        var failed = Shown.Outbound with { Status = MessageStatus.Failed, ErrorCode = 21211 };
        var offices = Show(failed, forSitter: true);
        Assert.Equal("Shown by the office", offices.Find(".author").TextContent);
        Assert.Empty(offices.FindAll("button"));
        var own = Show(failed with { AuthorKind = AuthorKind.Sitter, AuthorName = "Ana Silva" }, forSitter: true);
        Assert.Equal("It did not get through. You can tell the office.", own.Find(".reason span").TextContent);
        Assert.Single(own.FindAll("button"));
    }

    [Fact]
    public async Task A_message_that_was_routed_can_be_asked_about()
    {
        var bubble = Show(Shown.Inbound with { RoutedTo = RoutingTarget.OwnerInbox, RoutedBy = RoutingReason.FrontDesk });
        await bubble.Find("button.why").ClickAsync();
        Assert.Equal(Shown.Inbound.Id, Assert.Single(_asked));
        Assert.Empty(Show(Shown.Outbound).FindAll("button.why"));
    }

    [Fact]
    public void What_a_sitter_sees_is_marked_and_what_she_wrote_herself_is_not()
    {
        Assert.Equal("Ana sees this", Show(Shown.Outbound with { SeenBy = ["Ana Silva"] }).Find(".seen").TextContent);
        Assert.Equal("Ana and Ben see this", Show(Shown.Inbound with { SeenBy = ["Ana Silva", "Ben Okafor"] }).Find(".seen").TextContent);
        Assert.Empty(Show(Shown.Outbound with { AuthorKind = AuthorKind.Sitter, SeenBy = ["Ana Silva"] }).FindAll(".seen"));
    }

    [Fact]
    public void Who_sees_it_is_read_anew_each_time_and_drawn_only_when_it_changes()
    {
        var bubble = Show(Shown.Outbound with { SeenBy = ["Ana Silva"] });
        bubble.Render(parameters => parameters.Add(item => item.Message, Shown.Outbound with { SeenBy = [.. (string[])["Ana Silva"]] }));
        Assert.Equal(1, bubble.RenderCount);
        bubble.Render(parameters => parameters.Add(item => item.Message, Shown.Outbound with { SeenBy = ["Ana Silva", "Ben Okafor"] }));
        Assert.Equal(2, bubble.RenderCount);
    }

    private IRenderedComponent<MessageBubble> Show(MessageView message, bool forSitter = false) => _pages.Render<MessageBubble>(parameters => parameters
        .Add(bubble => bubble.Message, message)
        .Add(bubble => bubble.OpensRun, true)
        .Add(bubble => bubble.ClosesRun, true)
        .Add(bubble => bubble.ForSitter, forSitter)
        .Add(bubble => bubble.OnExplain, _asked.Add)
        .Add(bubble => bubble.OnRetry, _retried.Add));
}
