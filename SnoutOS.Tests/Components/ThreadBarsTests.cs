using Bunit;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

/// <summary>What stands above a conversation, state by state.</summary>
public sealed class ThreadBarsTests(AppWithClock host) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private static readonly SitterNear Ana = Near("Ana Silva");
    private static readonly SitterNear Ben = Near("Ben Okafor");

    private static readonly ThreadSummary Waiting = Shown.Thread with { NumberClass = NumberClass.Pool, NeedsOwnerSince = TestTime.Noon };

    private Pages _pages = null!;

    public async ValueTask InitializeAsync()
    {
        var business = await host.App.OpenBusinessAsync();
        _pages = new Pages(TestTime.Clock(), host.App, new Actor(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner));
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public void An_ordinary_conversation_has_none() => Assert.Empty(Show(Shown.Thread, new Surroundings()));

    [Fact]
    public void Two_who_are_booked_are_asked_about_until_somebody_is_chosen_or_only_one_is_left()
    {
        var both = new Surroundings { Present = [Ana, Ben], ChosenName = "Ben Okafor" };
        var asked = Waiting with { LastRoutedBy = RoutingReason.OverlappingWindows };
        Assert.Equal(["choose"], Show(asked, both));
        Assert.Equal(["choice"], Show(asked with { Choice = new ChoiceFact(Ben.Id, TestTime.Noon) }, both));
        Assert.Empty(Show(asked, new Surroundings { Present = [Ana] }));
        Assert.Empty(Show(asked with { NeedsOwnerSince = null }, both));
    }

    [Fact]
    public void Cancel_is_asked_about_until_it_is_looked_after()
    {
        var cancelled = Waiting with { OptedOut = true };
        Assert.Equal(["cancel"], Show(cancelled, new Surroundings { MayMeanTheVisit = true }));
        Assert.Equal(["standing"], Show(cancelled with { NeedsOwnerSince = null }, new Surroundings { MayMeanTheVisit = true }));
        Assert.Equal(["standing"], Show(cancelled, new Surroundings()));
    }

    [Fact]
    public void A_visit_without_a_sitter_is_told_of_a_day_ahead()
    {
        Assert.Equal(["assign"], Show(Shown.Thread, new Surroundings { Visit = VisitIn(23, null) }));
        Assert.Empty(Show(Shown.Thread, new Surroundings { Visit = VisitIn(25, null) }));
        Assert.Empty(Show(Shown.Thread, new Surroundings { Visit = VisitIn(23, "Ana Silva") }));
    }

    [Fact]
    public void Somebody_new_is_asked_for_a_name_and_a_merged_one_is_only_read()
    {
        Assert.Equal(["contact"], Show(Shown.Thread with { ClientKind = ClientKind.Contact }, new Surroundings()));
        Assert.Equal(["spam"], Show(Shown.Thread with { ClientKind = ClientKind.Spam }, new Surroundings()));
        var merged = Waiting with { MergedIntoId = Ana.Id, LastRoutedBy = RoutingReason.OverlappingWindows };
        Assert.Equal(["merged"], Show(merged, new Surroundings { Present = [Ana, Ben], Visit = VisitIn(1, null) }));
    }

    [Fact]
    public void The_words_say_until_when()
    {
        var snoozed = Render(Waiting with { SnoozedUntil = TestTime.Noon.AddHours(3) }, new Surroundings());
        Assert.Contains("Snoozed until 8:00 PM.", snoozed.Markup, StringComparison.Ordinal);
        var mine = Render(Waiting with { Choice = new ChoiceFact(null, TestTime.Noon.AddHours(-1)) }, new Surroundings());
        Assert.Contains("comes to you alone until tomorrow at 4:00 PM.", mine.Markup, StringComparison.Ordinal);
    }

    private static SitterNear Near(string name) =>
        new(Guid.CreateVersion7(TestTime.Noon), name, TestTime.Noon.AddHours(-1), TestTime.Noon.AddHours(1));

    private static NextVisit VisitIn(int hours, string? sitter) =>
        new(Ana.Id, Ana.Id, "walk", TestTime.Noon.AddHours(hours), TestTime.Noon.AddHours(hours + 1), sitter);

    private List<string> Show(ThreadSummary thread, Surroundings surroundings) =>
        [.. Render(thread, surroundings).FindAll("[data-bar]").Select(bar => bar.GetAttribute("data-bar")!)];

    private IRenderedComponent<ThreadBars> Render(ThreadSummary thread, Surroundings surroundings) => _pages.Render<ThreadBars>(parameters => parameters
        .Add(bars => bars.Thread, thread)
        .Add(bars => bars.Surroundings, surroundings));
}
