using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Bookings;

namespace SnoutOS.Web.Api;

/// <summary>How a booking that was refused is told to the caller: always with the field that it is about.</summary>
public static class BookingRefusals
{
    public static ObjectResult Of(BookingVerdict verdict)
    {
        var objection = BookingObjection.Of(verdict);
        return verdict switch
        {
            BookingVerdict.NotFound => Problems.Of(404, "not_found", objection.Sentence, ("field", objection.Field)),
            BookingVerdict.UnknownService unknown => Bad("unknown_service", ("services", unknown.Listed)),
            BookingVerdict.EndsBeforeStart => Bad("ends_before_start"),
            BookingVerdict.TooLong tooLong => Bad("too_long", ("longestDays", (int)tooLong.Longest.TotalDays)),
            BookingVerdict.StartOutOfRange range => Bad("start_out_of_range", ("earliest", range.Earliest), ("latest", range.Latest)),
            BookingVerdict.DoubtfulTime { Reading: TimeReading.ExistsTwice twice } => Bad("time_is_ambiguous", ("readings", Readings(twice.Earlier, twice.Later))),
            BookingVerdict.DoubtfulTime { Reading: TimeReading.DoesNotExist gap } => Bad("time_does_not_exist", ("readings", Readings(gap.Earlier, gap.Later))),
            BookingVerdict.BadUntil => Bad("invalid_until"),
            BookingVerdict.MeetAndGreetOnce => Bad("meet_and_greet_once"),
            BookingVerdict.VisitRequired => Bad("visit_required"),
            BookingVerdict.NotAClient => Conflict("not_a_client"),
            BookingVerdict.ClientMerged merged => Conflict("client_merged", ("intoClientId", merged.IntoClientId)),
            BookingVerdict.SitterOffboarded => Conflict("sitter_offboarded"),
            BookingVerdict.MeetAndGreetPending => Conflict("meet_and_greet_pending"),
            BookingVerdict.MeetAndGreetFailed => Conflict("meet_and_greet_failed"),
            BookingVerdict.AlreadyCancelled => Conflict("already_cancelled"),
            BookingVerdict.SeriesOver => Conflict("series_over"),
            BookingVerdict.NotMeetAndGreet => Conflict("not_meet_and_greet"),
            BookingVerdict.MeetAndGreetDecided => Conflict("meet_and_greet_decided"),
            BookingVerdict.MeetAndGreetNeedsSitter => Conflict("meet_and_greet_needs_sitter"),
            BookingVerdict.MeetAndGreetOver => Conflict("meet_and_greet_over"),
            _ => throw new UnreachableException($"No answer for {verdict.GetType().Name}."),
        };

        ObjectResult Bad(string code, params (string Name, object? Value)[] more) =>
            Problems.Of(StatusCodes.Status400BadRequest, code, objection.Sentence, [("field", objection.Field), .. more]);

        ObjectResult Conflict(string code, params (string Name, object? Value)[] more) =>
            Problems.Conflict(code, objection.Sentence, [("field", objection.Field), .. more]);
    }

    private static string[] Readings(DateTimeOffset earlier, DateTimeOffset later) => [Instants.Format(earlier), Instants.Format(later)];
}
