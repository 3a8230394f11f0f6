using SnoutOS.Domain.Bookings;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>One way to read a doubtful time, as a button offers it.</summary>
public sealed record ReadingChoice(DateTimeOffset Instant, string Words);

/// <summary>Refusals as a form shows them: which field, and one sentence.</summary>
public static class BookingWords
{
    /// <summary>Null for what was no refusal.</summary>
    public static BookingObjection? Objection(BookingVerdict? verdict, OrganizationTime time) => verdict switch
    {
        null or BookingVerdict.Done => null,
        BookingVerdict.DoubtfulTime { Reading: TimeReading.ExistsTwice twice } doubt => new(
            doubt.Field, $"On {CalendarWords.Date(time.Day(twice.Earlier))} the clocks go back, and {time.Clock(twice.Earlier)} comes twice. Which one is it?"),
        BookingVerdict.DoubtfulTime { Reading: TimeReading.DoesNotExist gap } doubt => new(
            doubt.Field, $"On {CalendarWords.Date(time.Day(gap.Earlier))} the clocks go forward, and this time does not exist. Which one is it?"),
        _ => BookingObjection.Of(verdict),
    };

    /// <summary>What a doubtful time could mean; empty for any other verdict.</summary>
    public static IReadOnlyList<ReadingChoice> Readings(BookingVerdict? verdict, OrganizationTime time) => verdict switch
    {
        BookingVerdict.DoubtfulTime { Reading: TimeReading.ExistsTwice twice } =>
        [
            new(twice.Earlier, $"{time.Clock(twice.Earlier)}, before the clocks go back"),
            new(twice.Later, $"{time.Clock(twice.Later)}, after they went back"),
        ],
        BookingVerdict.DoubtfulTime { Reading: TimeReading.DoesNotExist gap } =>
        [
            new(gap.Earlier, time.Clock(gap.Earlier)),
            new(gap.Later, time.Clock(gap.Later)),
        ],
        _ => [],
    };
}
