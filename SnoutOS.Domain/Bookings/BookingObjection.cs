using System.Diagnostics;
using System.Globalization;

namespace SnoutOS.Domain.Bookings;

/// <summary>Why a booking was refused, in words: the field that it is about, and one sentence for a person.</summary>
public sealed record BookingObjection(string Field, string Sentence)
{
    private static readonly CultureInfo Words = CultureInfo.GetCultureInfo("en-US");

    /// <exception cref="UnreachableException">The verdict is no refusal.</exception>
    public static BookingObjection Of(BookingVerdict verdict) => verdict switch
    {
        BookingVerdict.NotFound { Field: "clientId" } => new("clientId", "There is no such client."),
        BookingVerdict.NotFound { Field: "sitterId" } => new("sitterId", "There is no such sitter."),
        BookingVerdict.NotFound { Field: "visitId" } => new("visitId", "The booking has no such visit."),
        BookingVerdict.NotFound missing => new(missing.Field, "There is no such booking."),
        BookingVerdict.UnknownService unknown => new("service", $"This is not one of your services. They are: {string.Join(", ", unknown.Listed)}."),
        BookingVerdict.EndsBeforeStart => new("endsAt", "A visit ends after it starts."),
        BookingVerdict.TooLong tooLong => new("endsAt", $"This visit is longer than {tooLong.Longest.TotalDays.ToString(Words)} days."),
        BookingVerdict.StartOutOfRange => new("startsAt", "A visit starts at most a year back and three years ahead."),
        BookingVerdict.DoubtfulTime { Reading: TimeReading.DoesNotExist gap } doubt => new(doubt.Field, Explain(gap)),
        BookingVerdict.DoubtfulTime { Reading: TimeReading.ExistsTwice twice } doubt => new(doubt.Field, Explain(twice)),
        BookingVerdict.BadUntil => new("until", "The last day belongs to a weekly series and is not before its first."),
        BookingVerdict.NotAClient => new("clientId", "This sender is not a client."),
        BookingVerdict.ClientMerged => new("clientId", "This card was merged into another client's. Book for that one."),
        BookingVerdict.SitterOffboarded => new("sitterId", "This sitter no longer works for you."),
        BookingVerdict.MeetAndGreetPending => new("sitterId", "This sitter meets the client first. Approve their meet-and-greet, then assign them."),
        BookingVerdict.MeetAndGreetFailed => new("sitterId", "The meet-and-greet of this sitter and this client did not go well."),
        BookingVerdict.MeetAndGreetOnce => new("recurrence", "A meet-and-greet happens once."),
        BookingVerdict.VisitRequired => new("visitId", "Say which visit of the series you mean."),
        BookingVerdict.AlreadyCancelled => new("id", "This has been cancelled."),
        BookingVerdict.SeriesOver => new("id", "No visit of this series is left to change."),
        BookingVerdict.NotMeetAndGreet => new("id", "This booking is not a meet-and-greet."),
        BookingVerdict.MeetAndGreetDecided => new("id", "You have said how this meet-and-greet went, so it stays as it is."),
        BookingVerdict.MeetAndGreetNeedsSitter => new("sitterId", "Say first who is to meet the client."),
        BookingVerdict.MeetAndGreetOver => new("id", "This meet-and-greet is over."),
        _ => throw new UnreachableException($"No words for {verdict.GetType().Name}."),
    };

    private static string Explain(TimeReading.DoesNotExist gap)
    {
        var skipped = gap.Later - gap.Earlier;
        return $"{Day(gap.Local)} at {Clock(gap.Local)} does not exist: the clocks go forward. Write {Clock(gap.Local - skipped)} or {Clock(gap.Local + skipped)}.";
    }

    private static string Explain(TimeReading.ExistsTwice twice) =>
        $"{Day(twice.Local)} at {Clock(twice.Local)} comes twice: the clocks go back. It could be UTC{Offset(twice.Local, twice.Earlier)} or UTC{Offset(twice.Local, twice.Later)}. Write a time before or after.";

    private static string Day(DateTime local) => local.ToString("MMMM d", Words);

    private static string Clock(DateTime local) => local.ToString("h:mm tt", Words);

    private static string Offset(DateTime local, DateTimeOffset instant)
    {
        var offset = local - instant.UtcDateTime;
        return $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset.ToString(@"h\:mm", Words)}";
    }
}
