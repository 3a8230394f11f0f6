using Microsoft.Extensions.Time.Testing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Shared;
using SnoutOS.Web.Components.Sitting;

namespace SnoutOS.Tests.Components;

/// <summary>At noon in New York.</summary>
public sealed class SittingWordsTests
{
    private static readonly OrganizationTime Time =
        new(new FakeTimeProvider(TestTime.Noon)) { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

    [Theory]
    [InlineData(2.0, null, "Open until 2:00 PM")]
    [InlineData(20.0, null, "Open until tomorrow at 8:00 AM")]
    [InlineData(2.0, 40.0, "Open until 2:00 PM")]
    [InlineData(null, 3.0, "Opens today at 3:00 PM")]
    [InlineData(null, 20.0, "Opens tomorrow at 8:00 AM")]
    [InlineData(null, 48.0, "Opens Fri at 12:00 PM")]
    [InlineData(null, null, "Closed")]
    public void A_window_says_when(double? closesIn, double? opensIn, string words) =>
        Assert.Equal(words, SittingWords.Window(new WindowStanding(In(closesIn), In(opensIn)), Time));

    [Theory]
    [InlineData(3.0, true, "You can write to Maya again today from 3:00 PM.")]
    [InlineData(20.0, true, "You can write to Maya again tomorrow from 8:00 AM.")]
    [InlineData(20.0, false, "You can write to Maya tomorrow from 8:00 AM.")]
    [InlineData(48.0, true, "You can write to Maya again on Fri from 12:00 PM.")]
    [InlineData(240.0, true, "You can write to Maya again on Mar 14 from 1:00 PM.")]
    [InlineData(null, true, "Your visits with Maya are over. When the office books you again, you can write here.")]
    public void A_closed_box_says_when_it_opens(double? opensIn, bool hasBegun, string words)
    {
        var thread = Shown.Thread with
        {
            ClientName = "Maya",
            Windows = new WindowStanding(null, In(opensIn)),
            LastMessageDirection = hasBegun ? Direction.Inbound : null,
        };
        Assert.Equal(words, SittingWords.Closed(thread, isLocked: false, Time));
    }

    [Fact]
    public void An_open_box_says_nothing_unless_nothing_would_leave_it()
    {
        var open = Shown.Thread with { ClientName = "Maya", Windows = new WindowStanding(In(2), null) };
        Assert.Null(SittingWords.Closed(open, isLocked: false, Time));
        Assert.Equal("Your messaging is paused for now. The office can tell you more.", SittingWords.Closed(open, isLocked: true, Time));
        Assert.Equal("Maya opted out of texts, so nothing you write would arrive.", SittingWords.Closed(open with { OptedOut = true }, isLocked: false, Time));
    }

    [Theory]
    [InlineData(0.5, 1.0, "Visit today 12:30 PM to 1:00 PM")]
    [InlineData(24.0, 24.5, "Visit tomorrow 12:00 PM to 12:30 PM")]
    [InlineData(1.0, 49.0, "Visit today 1:00 PM to Fri 1:00 PM")]
    [InlineData(-48.0, 3.0, "Visit until today 3:00 PM")]
    public void A_visit_is_told_by_day_and_clock(double startsIn, double endsIn, string words) =>
        Assert.Equal(words, SittingWords.Visit(new SittingVisit(TestTime.Noon.AddHours(startsIn), TestTime.Noon.AddHours(endsIn), ""), Time));

    [Fact]
    public void A_refused_text_is_said_to_be_kept()
    {
        Assert.Null(SittingWords.Refusal(new SendVerdict.Queued(Guid.Empty, false), "Maya", Time));
        Assert.Equal(
            "The time to write to Maya is over. Your text is kept; you can send it tomorrow from 8:00 AM.",
            SittingWords.Refusal(new SendVerdict.WindowClosed(In(20)), "Maya", Time)?.Sentence);
        Assert.All(
            (SendVerdict[])[new SendVerdict.WindowClosed(null), new SendVerdict.SitterLocked(), new SendVerdict.NumberInactive(Guid.CreateVersion7(TestTime.Noon)), new SendVerdict.NoPhone()],
            verdict =>
            {
                var refusal = SittingWords.Refusal(verdict, "Maya", Time)!;
                Assert.Contains("Your text is kept; you can tell the office.", refusal.Sentence, StringComparison.Ordinal);
                Assert.Null(refusal.ContinueOnThreadId);
            });
    }

    [Fact]
    public void A_refused_note_says_what_to_do()
    {
        Assert.Null(SittingWords.Refusal(new OfficeNoteResult.Left(Guid.Empty)));
        Assert.Equal("Write what the office should know.", SittingWords.Refusal(new OfficeNoteResult.BodyEmpty()));
        Assert.Equal("That is 1,400 characters too long. Make it shorter.", SittingWords.Refusal(new OfficeNoteResult.BodyTooLong(3000)));
    }

    private static DateTimeOffset? In(double? hours) => hours is { } some ? TestTime.Noon.AddHours(some) : null;
}
