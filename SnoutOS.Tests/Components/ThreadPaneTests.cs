using Bunit;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

/// <summary>An open conversation over the real database and the real notifier.</summary>
public sealed class ThreadPaneTests(AppWithClock host) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private Pages _pages = null!;
    private Business _business = null!;
    private Actor _owner = null!;
    private Guid _threadId;

    public async ValueTask InitializeAsync()
    {
        _business = await host.App.OpenBusinessAsync();
        _owner = new Actor(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner);
        _threadId = await host.App.OpenThreadAsync(_business, "Casey Wolf");
        _pages = new Pages(host.Clock, host.App, _owner);
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public async Task A_message_that_somebody_else_writes_appears_without_a_click()
    {
        var pane = await OpenAsync();
        Assert.Empty(Texts(pane));
        await SendElsewhereAsync("The gate code changed.");
        await EventuallyAsync(() => Assert.Equal(["The gate code changed."], Texts(pane)));
    }

    [Fact]
    public async Task What_is_sent_here_appears_once_however_often_it_is_asked_for()
    {
        var pane = await OpenAsync();
        var composer = pane.FindComponent<Composer>();
        Assert.True(await composer.InvokeAsync(() => composer.Instance.SendAsync("On our way", "key-1")));
        Assert.True(await composer.InvokeAsync(() => composer.Instance.SendAsync("On our way", "key-1")));
        await EventuallyAsync(() => Assert.Equal(["On our way"], Texts(pane)));
    }

    [Fact]
    public async Task A_draft_is_there_again_when_the_conversation_is_opened_again()
    {
        var pane = await OpenAsync();
        var composer = pane.FindComponent<Composer>();
        await composer.InvokeAsync(() => composer.Instance.Typed("Half a thought"));
        await composer.Instance.DisposeAsync();
        Assert.Equal("Half a thought", (await OpenAsync()).FindComponent<Composer>().Instance.Draft);
    }

    [Fact]
    public async Task A_failed_message_is_sent_again_once()
    {
        var failed = await FailAsync("Are you home?");
        var pane = await OpenAsync();
        await pane.Find(".reason button").ClickAsync();
        await EventuallyAsync(() =>
        {
            Assert.Equal(["Are you home?", "Are you home?"], Texts(pane));
            Assert.Contains("Sent again below", pane.Markup, StringComparison.Ordinal);
        });
        await using var db = host.App.Db(_business.OrganizationId);
        Assert.Equal(failed, (await db.Messages.SingleAsync(message => message.RetryOfId != null, CancellationToken.None)).RetryOfId);
    }

    [Fact]
    public async Task Handling_it_takes_it_out_of_the_owner_inbox()
    {
        await FailAsync("Are you home?");
        var pane = await OpenAsync();
        await pane.Find(".handled").ClickAsync();
        await EventuallyAsync(() => Assert.Empty(pane.FindAll(".handled")));
    }

    [Fact]
    public async Task A_conversation_of_another_business_is_not_here()
    {
        var other = await host.App.OpenBusinessAsync();
        _threadId = await host.App.OpenThreadAsync(other, "Somebody Else");
        var pane = _pages.Render<ThreadPane>(parameters => parameters.Add(shown => shown.ThreadId, _threadId));
        await EventuallyAsync(() => Assert.Contains("not here", pane.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Somebody", pane.Markup, StringComparison.Ordinal);
    }

    private static List<string> Texts(IRenderedComponent<ThreadPane> pane) => [.. pane.FindAll("p.text").Select(text => text.TextContent)];

    private async Task<IRenderedComponent<ThreadPane>> OpenAsync()
    {
        var pane = _pages.Render<ThreadPane>(parameters => parameters.Add(shown => shown.ThreadId, _threadId));
        await EventuallyAsync(() => pane.FindComponent<Composer>());
        return pane;
    }

    private Task EventuallyAsync(Action assertion) => Pages.EventuallyAsync(host.Clock, assertion);

    private Task<SendVerdict> SendElsewhereAsync(string body) =>
        host.App.Get<MessageSender>().SendAsync(new SendRequest(_owner, _threadId, body), CancellationToken.None);

    private async Task<Guid> FailAsync(string body)
    {
        var failed = new Message
        {
            OrganizationId = _business.OrganizationId,
            Id = Guid.CreateVersion7(host.Clock.GetUtcNow()),
            ThreadId = _threadId,
            Direction = Direction.Outbound,
            AuthorKind = AuthorKind.Owner,
            AuthorName = _owner.Name,
            Body = body,
            Status = MessageStatus.Failed,
            CreatedAt = host.Clock.GetUtcNow(),
        };
        await using var db = host.App.Db(_business.OrganizationId);
        db.Add(failed);
        (await db.Threads.SingleAsync(thread => thread.Id == _threadId, CancellationToken.None)).HasFailedSend = true;
        await db.SaveChangesAsync(CancellationToken.None);
        return failed.Id;
    }
}
