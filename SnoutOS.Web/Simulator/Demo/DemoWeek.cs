using static SnoutOS.Web.Simulator.Demo.HappyTails;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>A visit of the demo's usual week: so many days from today at a time of day, once or every week since seven days before.</summary>
internal sealed record DemoVisit(string Client, string? Sitter, string Service, int Day, TimeOnly At, TimeSpan Length, bool IsWeekly = false)
{
    public string Notes { get; init; } = "";
}

/// <summary>
/// What else the demo business does in a week. Nothing of it is today, and nothing of Ben's tomorrow, so that whenever
/// the demo begins nobody may write who should not. Cleo has nothing at all.
/// </summary>
internal static class DemoWeek
{
    public static IReadOnlyList<DemoVisit> Visits { get; } =
    [
        Weekly(Maya, Ana, "walk", 2, 12, 40) with { Notes = "Leashes on the hook by the door, treats in the blue tin." },
        Weekly(Maya, Ana, "walk", 3, 12, 40),
        Weekly(Maya, Ana, "walk", 5, 12, 40),
        Weekly(Theo, Ana, "walk", 4, 9, 30),
        Once(Grace, Ana, "drop-in", 3, 15, 30),
        Once(Ruth, Ana, "pet taxi", 1, 15, 45) with { Notes = "To the vet on Amsterdam Avenue, carrier is in the hall." },
        Weekly(Carmen, Ben, "walk", 2, 9, 30),
        Weekly(Carmen, Ben, "walk", 4, 9, 30),
        Weekly(Carmen, Ben, "walk", 6, 9, 30),
        Weekly(Priya, Ben, "drop-in", 3, 10, 30),
        Weekly(Priya, Ben, "drop-in", 5, 10, 30),
        Once(Dev, Ben, "house sitting", 3, 18, 40 * 60) with { Notes = "Rocket sleeps in the kitchen." },
        Weekly(Felix, null, "walk", 1, 17, 30),
        Once(Hannah, null, "drop-in", 2, 11, 30),
        Once(Walt, null, "drop-in", 4, 16, 30),
    ];

    private static DemoVisit Weekly(string client, string? sitter, string service, int day, int hour, int minutes) =>
        Once(client, sitter, service, day, hour, minutes) with { IsWeekly = true };

    private static DemoVisit Once(string client, string? sitter, string service, int day, int hour, int minutes) =>
        new(client, sitter, service, day, new TimeOnly(hour, 0), TimeSpan.FromMinutes(minutes));
}
