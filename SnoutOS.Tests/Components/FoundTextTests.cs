using Bunit;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Policing;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

/// <summary>A text with what was found in it made plain, for owners; with what is hidden in it, for sitters.</summary>
public sealed class FoundTextTests : IAsyncLifetime
{
    private readonly Pages _pages = new(TestTime.Clock());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public void A_span_is_marked_and_named_in_plain_words()
    {
        var text = Show("my cell is 212-555-0142, ok?", At(FindingType.PhoneNumber, 11, 12));
        var mark = Assert.Single(text.FindAll("mark"));
        Assert.Equal(("held", "Phone number"), (mark.ClassName, mark.GetAttribute("title")));
        Assert.Equal("Phone number: 212-555-0142", mark.TextContent);
        Assert.Equal("my cell is Phone number: 212-555-0142, ok?", text.Nodes.Aggregate("", (all, node) => all + node.TextContent).Trim());
    }

    [Fact]
    public void What_overlaps_is_one_mark_with_both_names()
    {
        var text = Show("text 212-555-0142 now", At(FindingType.Solicitation, 0, 17), At(FindingType.PhoneNumber, 5, 12));
        Assert.Equal("Invitation to go on elsewhere and phone number", Assert.Single(text.FindAll("mark")).GetAttribute("title"));
        Assert.Equal("text 212-555-0142", text.Find("mark .found").TextContent);
    }

    [Fact]
    public void What_only_touches_stays_two_marks()
    {
        var text = Show("12345678", At(FindingType.PhoneNumber, 0, 4), At(FindingType.Email, 4, 4));
        Assert.Equal(["1234", "5678"], text.FindAll("mark .found").Select(mark => mark.TextContent), StringComparer.Ordinal);
    }

    [Fact]
    public void What_came_together_over_messages_says_so_and_attachments_and_empty_spans_mark_nothing()
    {
        var text = Show(
            "0142",
            At(FindingType.PhoneNumber, 0, 4) with { AcrossMessages = true },
            At(FindingType.Email, 0, 0),
            At(FindingType.Email, 0, 4) with { Attachment = 0 });
        Assert.Equal("Phone number, together with the messages before", Assert.Single(text.FindAll("mark")).GetAttribute("title"));
    }

    [Fact]
    public void What_a_sitter_does_not_see_says_who_does_not()
    {
        var mark = Show("call 917-555-0148", At(FindingType.PhoneNumber, 5, 12, PoachingAction.Mask) with { IsHidden = true }).Find("mark");
        Assert.Equal(("masked", "Phone number, Ana does not see this"), (mark.ClassName, mark.GetAttribute("title")));
        Assert.NotNull(mark.QuerySelector("svg"));
    }

    [Fact]
    public void A_sitter_reads_a_friendly_word_and_never_the_bare_mark()
    {
        var text = _pages.Render<MaskedText>(parameters => parameters.Add(shown => shown.Text, $"call {Masking.Mark} or {Masking.Mark}"));
        Assert.Equal(["hidden by the office", "hidden by the office"], text.FindAll(".hidden-part").Select(part => part.TextContent), StringComparer.Ordinal);
        Assert.DoesNotContain(Masking.Mark, text.Markup, StringComparison.Ordinal);
    }

    private static FindingView At(FindingType type, int start, int length, PoachingAction action = PoachingAction.Block) =>
        new(0, type, null, start, length, .95, "a-rule", AcrossMessages: false, action, IsHidden: false);

    private IRenderedComponent<FoundText> Show(string body, params FindingView[] findings) => _pages.Render<FoundText>(parameters => parameters
        .Add(text => text.Text, body)
        .Add(text => text.Findings, findings)
        .Add(text => text.Unseen, "Ana does not see this"));
}
