using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Notices;

namespace SnoutOS.Web.Components.Settings;

/// <summary>What notices are called, when they are sent, and what is wrong with words for them.</summary>
public static class NoticeLabels
{
    public static string Title(NoticeKind kind) => kind switch
    {
        NoticeKind.PoolMismatch => "Texts to a shared number",
        NoticeKind.AfterHours => "After hours",
        NoticeKind.ClientBlocked => "Messages held back",
        NoticeKind.VoiceAnswer => "Phone calls",
    };

    public static string When(NoticeKind kind) => kind switch
    {
        NoticeKind.PoolMismatch => "Sent to somebody who texts a shared number that is not theirs at the moment.",
        NoticeKind.AfterHours => "Sent when a text for the office comes in outside your business hours.",
        NoticeKind.ClientBlocked => "Sent to a client whose message was not passed on to the sitter.",
        NoticeKind.VoiceAnswer => "Said to anybody who calls one of your numbers. You see the call as a missed call.",
    };

    public static string Explain(NoticeObjectionToText why) => why switch
    {
        NoticeObjectionToText.UnknownPlaceholder => "Only {business} and {frontDesk} are filled in. Take the other braces out.",
        NoticeObjectionToText.TooLong => "That is too long for a text message: 1,600 characters at most.",
        NoticeObjectionToText.BusinessMissing => "Say who is writing: put {business} somewhere in the text.",
        NoticeObjectionToText.FrontDeskMissing => "Say where to write instead: put {frontDesk} somewhere in the text.",
        NoticeObjectionToText.AlwaysOn => "Callers always hear something, so this one cannot be switched off.",
    };

    /// <summary>What a text names that the business's own rules would stop in a sitter's message; null for nothing.</summary>
    public static string? Hint(string preview, AllowList allowed)
    {
        var named = new Detector(allowed).Inspect(preview)
            .Where(found => found.Type is FindingType.PhoneNumber or FindingType.Email or FindingType.Url)
            .Select(found => preview.Substring(found.Start, found.Length).Trim())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return named.Count == 0 ? null
            : $"This names {string.Join(" and ", named)}, which is neither one of your numbers nor on your allow-list. You can keep it; look whether it is right.";
    }
}
