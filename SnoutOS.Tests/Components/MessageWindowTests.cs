using SnoutOS.Domain.Access;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

public sealed class MessageWindowTests(AppWithClock host) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private const int Pages = MessageWindow.MaxPages + 2;

    private readonly List<Guid> _oldestFirst = [];
    private MessageWindow _window = null!;
    private Business _business = null!;
    private Guid _threadId;

    public async ValueTask InitializeAsync()
    {
        _business = await host.App.OpenBusinessAsync();
        _threadId = await host.App.OpenThreadAsync(_business, "Casey Wolf");
        await WriteAsync(Pages * MessageWindow.PageSize);
        var owner = new Actor(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner);
        _window = new MessageWindow(host.App.Get<InboxReader>(), owner, _threadId);
        await _window.ReadAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Moves_with_the_reader_and_never_holds_more_than_its_pages()
    {
        ShowsWithoutAGap(MessageWindow.PageSize, endsAtNewest: true);
        while (_window.GoEarlier())
        {
            await _window.ReadAsync(CancellationToken.None);
            Assert.InRange(_window.Messages.Count, 1, MessageWindow.MaxPages * MessageWindow.PageSize);
        }

        Assert.Equal(_oldestFirst[0], _window.Messages[0].Id);
        Assert.True(_window.HasLater);
        ShowsWithoutAGap(MessageWindow.MaxPages * MessageWindow.PageSize, endsAtNewest: false);

        while (_window.GoLater())
        {
            await _window.ReadAsync(CancellationToken.None);
        }

        ShowsWithoutAGap(MessageWindow.MaxPages * MessageWindow.PageSize, endsAtNewest: true);
    }

    [Fact]
    public async Task What_arrives_joins_at_the_end_without_a_gap()
    {
        _window.GoEarlier();
        await _window.ReadAsync(CancellationToken.None);
        await WriteAsync(7);
        await _window.ReadAsync(CancellationToken.None);
        ShowsWithoutAGap(2 * MessageWindow.PageSize, endsAtNewest: true);
    }

    [Fact]
    public async Task A_reader_far_up_is_not_moved_and_comes_back_to_the_newest_at_once()
    {
        while (_window.GoEarlier())
        {
            await _window.ReadAsync(CancellationToken.None);
        }

        var before = _window.Messages.Select(message => message.Id).ToList();
        await WriteAsync(3);
        await _window.ReadAsync(CancellationToken.None);
        Assert.Equal(before, _window.Messages.Select(message => message.Id));
        _window.GoToNewest();
        await _window.ReadAsync(CancellationToken.None);
        ShowsWithoutAGap(MessageWindow.PageSize, endsAtNewest: true);
    }

    private void ShowsWithoutAGap(int count, bool endsAtNewest)
    {
        var shown = _window.Messages.Select(message => message.Id).ToList();
        Assert.Equal(count, shown.Count);
        var from = _oldestFirst.IndexOf(shown[0]);
        Assert.Equal(_oldestFirst.Skip(from).Take(count), shown);
        Assert.Equal(endsAtNewest, shown[^1] == _oldestFirst[^1]);
    }

    private async Task WriteAsync(int count)
    {
        await using var db = host.App.Db(_business.OrganizationId);
        for (var index = 0; index < count; index++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            var message = new Message
            {
                OrganizationId = _business.OrganizationId,
                Id = Guid.CreateVersion7(host.Clock.GetUtcNow()),
                ThreadId = _threadId,
                AuthorName = "Casey Wolf",
                Body = "Hello",
                CreatedAt = host.Clock.GetUtcNow(),
            };
            db.Add(message);
            _oldestFirst.Add(message.Id);
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }
}
