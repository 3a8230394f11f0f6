using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Notices;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>When the office is open.</summary>
[ApiController, Route("/api/business-hours"), Authorize(Policies.OwnerOrAdmin)]
public sealed class BusinessHoursController(OfficeHours hours) : ControllerBase
{
    private const string WallClock = "HH:mm";

    /// <param name="Opens">On the business's wall clock, such as <c>08:30</c>.</param>
    /// <param name="Closes">Not after the opening, it is on the next day.</param>
    public sealed record DayAnswer(DayOfWeek Day, string Opens, string Closes)
    {
        public static DayAnswer Of(OpenDay day) => new(day.Day, Text(day.Opens), Text(day.Closes));

        private static string Text(TimeOnly time) => time.ToString(WallClock, CultureInfo.InvariantCulture);
    }

    /// <param name="Days">A weekday that is not there is closed; with no days at all the business is always open.</param>
    public sealed record HoursAnswer(string TimeZone, IReadOnlyList<DayAnswer> Days, bool OpenNow)
    {
        public static HoursAnswer Of(OpenWeek week) => new(week.TimeZoneId, [.. week.Days.Select(DayAnswer.Of)], week.IsOpenNow);
    }

    public sealed record DayRequest([Required] DayOfWeek? Day, string? Opens, string? Closes);

    public sealed record HoursRequest([Required] IReadOnlyList<DayRequest?>? Days);

    /// <summary>Shows the week, Monday first.</summary>
    [HttpGet]
    public async Task<HoursAnswer> GetAsync(CancellationToken cancellationToken) =>
        HoursAnswer.Of(await hours.ReadAsync(User.ToActor(), cancellationToken));

    /// <summary>Replaces the whole week.</summary>
    [HttpPut]
    [Refuses(400, "invalid_time", "duplicate_day")]
    public async Task<ActionResult<HoursAnswer>> ReplaceAsync(HoursRequest request, CancellationToken cancellationToken)
    {
        var days = new List<OpenDay>();
        foreach (var (index, asked) in request.Days!.Index())
        {
            if (asked is null || !TryRead(asked.Opens, out var opens) || !TryRead(asked.Closes, out var closes))
            {
                return Problems.Of(
                    StatusCodes.Status400BadRequest, "invalid_time", "Write times as HH:mm, from 00:00 to 23:59.", ("index", index));
            }

            if (days.Exists(day => day.Day == asked.Day))
            {
                return Problems.Of(StatusCodes.Status400BadRequest, "duplicate_day", "This weekday is there twice.", ("index", index));
            }

            days.Add(new OpenDay(asked.Day!.Value, opens, closes));
        }

        return HoursAnswer.Of(await hours.ReplaceAsync(User.ToActor(), days, cancellationToken));
    }

    private static bool TryRead(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, WallClock, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
