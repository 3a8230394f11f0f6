using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;

namespace SnoutOS.Web.Components.Threads;

/// <summary>What of a message could go on the list of what may be named.</summary>
public static class Allowing
{
    /// <summary>The numbers and sites in the text, each once, as they would stand on the list.</summary>
    public static IReadOnlyList<(AllowedKind Kind, string Value)> In(MessageView message) =>
    [
        .. message.Findings
            .Where(finding => finding is { Attachment: null, Length: > 0, Type: FindingType.PhoneNumber or FindingType.Email or FindingType.Url })
            .Select(finding => AllowedForm.Read(message.Body.Substring(finding.Start, finding.Length)))
            .OfType<(AllowedKind, string)>()
            .Distinct(),
    ];

    /// <summary>"•••• 0142 and example.com with all addresses there".</summary>
    public static string Words(IReadOnlyList<(AllowedKind Kind, string Value)> allowable) =>
        string.Join(" and ", allowable.Select(item => item.Kind is AllowedKind.Number ? PhoneNumber.Shorten(item.Value) : $"{item.Value} with every address there"));
}
