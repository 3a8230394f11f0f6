using System.Globalization;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Policing.Figures;

namespace SnoutOS.Web.Components.Figures;

/// <summary>The figures in an owner's words.</summary>
public static class FigureWords
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-US");

    public static string Count(int count) => count.ToString("N0", Culture);

    public static string Messages(int count) => count == 1 ? "1 message" : $"{Count(count)} messages";

    public static string Day(DateOnly day) => day.ToString("MMM d", Culture);

    /// <summary>"4.1 %", with a digit behind the point only where it tells something.</summary>
    public static string Percent(double share) => share.ToString(share is > 0 and < 0.1 ? "0.0\u00A0%" : "0\u00A0%", Culture);

    public static string Rate(FalseAlarmRate rate) => rate.Rate is { } share ? Percent(share) : "Too few to tell";

    public static string Interval(FalseAlarmRate rate) => rate is { Low: { } low, High: { } high }
        ? $"{Count(rate.Wrong)} of {Count(rate.Decided)} decided. With 95 % confidence it lies between {Percent(low)} and {Percent(high)}."
        : $"{Count(rate.Decided)} decided so far; from {FalseAlarmRate.Fewest} on it can be said.";

    /// <summary>"40 s", "12 min", "3.5 h", "2 days".</summary>
    public static string Duration(double? seconds) => seconds switch
    {
        null => "None yet",
        < 60 => $"{seconds.Value.ToString("0", Culture)} s",
        < 3600 => $"{(seconds.Value / 60).ToString("0", Culture)} min",
        < 86_400 => $"{(seconds.Value / 3600).ToString("0.#", Culture)} h",
        _ => $"{(seconds.Value / 86_400).ToString("0.#", Culture)} days",
    };

    public static string Alarm(Spike spike) =>
        $"{Messages(spike.Now)} held back in the last seven days. The eight weeks before lead one to expect about {Expected(spike)}.";

    public static string Strikes(StrikeFigures sitter) => sitter.Strikes switch
    {
        0 => "No strikes that count",
        1 => "1 strike",
        _ => $"{Count(sitter.Strikes)} strikes",
    };

    /// <summary>What a paused sitter is tagged with; null for one who can write.</summary>
    public static string? Paused(StrikeFigures sitter) => sitter switch
    {
        { Status: SitterStatus.Locked, IsPausedByStrikes: true } => "Paused by strikes",
        { Status: SitterStatus.Locked } => "Paused by you",
        _ => null,
    };

    private static string Expected(Spike spike) => spike.Expected switch
    {
        0 => "none",
        < 10 => $"{spike.Expected.ToString("0.#", Culture)} a week",
        _ => $"{spike.Expected.ToString("0", Culture)} a week",
    };
}
