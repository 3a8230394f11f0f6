using SnoutOS.Domain.Policing;

namespace SnoutOS.Web.Components.Sitting;

/// <summary>
/// What a sitter reads when a message of theirs was held back: friendly, what to do next, and never what was found in it
/// or by which rule.
/// </summary>
public static class BlockedWords
{
    public static string Of(StrikeStanding standing) => standing switch
    {
        StrikeStanding.Warned =>
            "We kept this one back: contacts and arrangements go through the office. Change it and send again, or let the office pass it on.",
        StrikeStanding.NextPauses =>
            "We kept this one back as well: contacts and arrangements go through the office. One more pauses your messaging until the office has looked.",
        StrikeStanding.Paused =>
            "We kept this one back, and your messaging is paused until the office has had a look. They know already; you can still tell the office anything.",
    };
}
