using MudBlazor;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Settings;

/// <summary>When the office is open, weekday by weekday, and whether it is right now by what stands there.</summary>
public sealed partial class BusinessHoursCard(OfficeHours hours, CurrentUser current, TimeProvider clock, ISnackbar toasts)
{
    private static readonly DayOfWeek[] FromMonday =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    private IReadOnlyList<DayRow> _week = [];
    private TimeZoneInfo? _zone;

    private IEnumerable<DayRow> Open => _week.Where(day => day.IsOpen);

    private bool IsAlwaysOpen => !Open.Any();

    private bool IsOpenNow => _zone is not null && new BusinessClock(
        _zone, Open.Select(day => new BusinessHours { Day = day.Day, Opens = day.Opens, Closes = day.Closes })).IsOpenAt(clock.GetUtcNow());

    protected override async Task OnInitializedAsync() => Show(await hours.ReadAsync(await current.GetAsync(), CancellationToken.None));

    private async Task SaveAsync()
    {
        Show(await hours.ReplaceAsync(
            await current.GetAsync(), [.. Open.Select(day => new OpenDay(day.Day, day.Opens, day.Closes))], CancellationToken.None));
        toasts.Add("Saved.");
    }

    private void Show(OpenWeek week)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(week.TimeZoneId);
        var kept = week.Days.ToDictionary(day => day.Day);
        _week = [.. FromMonday.Select(day => kept.TryGetValue(day, out var open)
            ? new DayRow(day) { IsOpen = true, Opens = open.Opens, Closes = open.Closes }
            : new DayRow(day))];
    }

    private sealed class DayRow(DayOfWeek day)
    {
        public DayOfWeek Day => day;

        public bool IsOpen { get; set; }

        public TimeOnly Opens { get; set; } = new(8, 0);

        public TimeOnly Closes { get; set; } = new(18, 0);
    }
}
