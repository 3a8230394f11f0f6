using System.Globalization;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Web.Components.Policing;

/// <summary>A comparison of rules in words.</summary>
public static class WhatIfWords
{
    public static string Summary(WhatIfReport report) => report switch
    {
        { Checked: 0 } => "Sitters and clients wrote nothing to each other in that time.",
        { Changed: 0 } => $"{Messages(report.Checked)} looked at: nothing would change.",
        _ => $"{Messages(report.Checked)} looked at: {Count(report.Changed)} would be treated differently.",
    };

    /// <summary>"phone number 12, website or link 3".</summary>
    public static string Types(IReadOnlyDictionary<FindingType, int> types) =>
        string.Join(", ", types.OrderByDescending(type => type.Value).ThenBy(type => type.Key).Select(type => $"{FindingWords.Of(type.Key)} {Count(type.Value)}"));

    public static string Who(WhatIfMessage message) => message.Direction == Direction.Outbound
        ? $"{message.AuthorName} to {message.ClientName}"
        : $"{message.ClientName} to their sitter";

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Messages(int count) => count == 1 ? "1 message" : $"{Count(count)} messages";
}
