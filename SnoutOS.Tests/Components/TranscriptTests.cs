using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Shared;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

public sealed class TranscriptTests
{
    private readonly OrganizationTime _time =
        new(TestTime.Clock()) { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

    [Fact]
    public void Messages_of_one_author_make_a_run_until_somebody_else_writes_or_time_passes()
    {
        var bubbles = Lay(
            Shown.Inbound with { CreatedAt = TestTime.Noon },
            Shown.Inbound with { CreatedAt = TestTime.Noon.AddMinutes(2) },
            Shown.Outbound with { CreatedAt = TestTime.Noon.AddMinutes(3) },
            Shown.Outbound with { CreatedAt = TestTime.Noon.AddMinutes(30) });
        Assert.Equal([true, false, true, true], bubbles.Select(bubble => bubble.OpensRun));
        Assert.Equal([false, true, true, true], bubbles.Select(bubble => bubble.ClosesRun));
    }

    [Fact]
    public void A_day_begins_at_the_midnight_of_the_business()
    {
        var midnight = new DateTimeOffset(2026, 3, 4, 5, 0, 0, TimeSpan.Zero);
        var entries = Transcript.Of(
            [Shown.Inbound with { CreatedAt = midnight.AddMinutes(-1) }, Shown.Inbound with { CreatedAt = midnight.AddMinutes(1) }], _time);
        Assert.Equal(
            [new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 4)],
            entries.OfType<TranscriptEntry.DayBegins>().Select(begins => begins.Day));
        Assert.All(entries.OfType<TranscriptEntry.Bubble>(), bubble => Assert.True(bubble.OpensRun && bubble.ClosesRun));
    }

    private List<TranscriptEntry.Bubble> Lay(params Domain.Inbox.MessageView[] messages) =>
        [.. Transcript.Of(messages, _time).OfType<TranscriptEntry.Bubble>()];
}
