using System.Globalization;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Components.Threads;

/// <summary>What was found in a message, in the plain words of an owner.</summary>
public static class FindingWords
{
    public static string Of(FindingType type) => type switch
    {
        FindingType.PhoneNumber => "phone number",
        FindingType.Email => "e-mail address",
        FindingType.Url => "web address",
        FindingType.SocialHandle => "name on another network",
        FindingType.OffPlatformPayment => "payment past the business",
        FindingType.Solicitation => "invitation to go on elsewhere",
    };

    /// <summary>"phone number", "phone number and web address"; with the messages before where it takes them.</summary>
    public static string Of(IEnumerable<FindingView> findings)
    {
        var found = findings.ToList();
        var words = Join(found.Select(finding => Of(finding.Type)).Distinct(StringComparer.Ordinal));
        return found.TrueForAll(finding => finding.AcrossMessages) ? $"{words}, together with the messages before" : words;
    }

    /// <summary>"Phone number in the attachment": what was found where no span can be shown.</summary>
    public static string InAttachment(IEnumerable<FindingView> findings) => $"{Capital(Of(findings))} in the attachment";

    /// <summary>"Ana does not see this", of what is hidden in a message; null where nobody sees the message at all.</summary>
    public static string? Unseen(MessageView message) => message switch
    {
        { Direction: Direction.Outbound, Held.Action: PoachingAction.Mask } => "the client does not see this",
        { Direction: Direction.Outbound } or { SeenBy: [] } => null,
        { SeenBy: [var only] } => $"{PersonName.FirstOf(only)} does not see this",
        _ => $"{Names(message.SeenBy)} do not see this",
    };

    public static string Names(IReadOnlyList<string> sitters) => Join(sitters.Select(PersonName.FirstOf));

    public static string Capital(string words) => words.Length == 0 ? "" : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];

    private static string Join(IEnumerable<string> words) => words.ToList() switch
    {
        [] => "",
        [var only] => only,
        [.. var before, var last] => $"{string.Join(", ", before)} and {last}",
    };
}
