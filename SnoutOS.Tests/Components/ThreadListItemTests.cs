using Bunit;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Inbox;

namespace SnoutOS.Tests.Components;

public sealed class ThreadListItemTests : IAsyncLifetime
{
    private readonly Pages _pages = new(TestTime.Clock());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public void Shows_who_what_when_and_on_which_number()
    {
        var row = Show(Shown.Thread);
        Assert.Equal("Casey Wolf", row.Find("bdi.name").TextContent);
        Assert.Equal("Is Biscuit all right?", row.Find(".preview").TextContent);
        Assert.Equal("Front desk •••• 0100", row.Find(".number").TextContent);
        Assert.DoesNotContain("55501", row.Markup, StringComparison.Ordinal);
        Assert.Empty(row.FindAll(".badge, .tag"));
    }

    [Fact]
    public void Marks_what_is_unread_failed_opted_out_and_waiting()
    {
        var row = Show(Shown.Thread with { Unread = 3, HasFailedSend = true, OptedOut = true, NeedsOwnerSince = TestTime.Noon });
        Assert.Equal("3", row.Find(".badge").TextContent);
        Assert.Equal(["Opted out", "Failed", "Needs you"], row.FindAll(".tag").Select(tag => tag.TextContent), StringComparer.Ordinal);
    }

    [Fact]
    public void Says_whose_number_it_is_and_who_wrote_last()
    {
        var row = Show(Shown.Thread with
        {
            NumberClass = NumberClass.Sitter,
            SitterName = "Ana Silva",
            LastMessageDirection = Direction.Outbound,
        });
        Assert.StartsWith("Sitter · Ana", row.Find(".number").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("You:", row.Find(".preview").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_once_how_loudly_it_calls()
    {
        var waiting = Shown.Thread with { NeedsOwnerSince = TestTime.Noon };
        Assert.Equal("Urgent", Tag(waiting with { IsUrgent = true }));
        Assert.Equal("Note for you", Tag(waiting with { IsUrgent = true, HasOfficeNote = true }));
        Assert.Equal("Snoozed", Tag(waiting with { IsUrgent = true, SnoozedUntil = TestTime.Noon.AddHours(1) }));
        Assert.Equal("Earlier", Tag(waiting with { MergedIntoId = Guid.CreateVersion7(TestTime.Noon) }));
    }

    [Fact]
    public void A_sitters_note_is_not_told_as_the_offices_own_words()
    {
        var row = Show(Shown.Thread with { LastMessageDirection = Direction.Outbound, HasOfficeNote = true, LastMessagePreview = "His paw looks sore" });
        Assert.Equal("His paw looks sore", row.Find(".preview").TextContent);
    }

    [Fact]
    public void A_name_is_text_never_markup()
    {
        var row = Show(Shown.Thread with { ClientName = "<img src=x onerror=alert(1)>" });
        Assert.Equal("<img src=x onerror=alert(1)>", row.Find("bdi.name").TextContent);
        Assert.Empty(row.FindAll("img"));
    }

    [Fact]
    public void Is_rendered_again_only_when_something_it_shows_has_changed()
    {
        var row = Show(Shown.Thread);
        row.Render(parameters => parameters.Add(item => item.Thread, Shown.Thread with { }));
        Assert.Equal(1, row.RenderCount);
        row.Render(parameters => parameters.Add(item => item.Thread, Shown.Thread with { Unread = 1 }));
        Assert.Equal(2, row.RenderCount);
    }

    private string Tag(ThreadSummary thread) => Show(thread).Find(".tag").TextContent;

    private IRenderedComponent<ThreadListItem> Show(ThreadSummary thread) => _pages.Render<ThreadListItem>(parameters => parameters
        .Add(item => item.Thread, thread)
        .Add(item => item.Href, $"messages/{thread.Id}"));
}
