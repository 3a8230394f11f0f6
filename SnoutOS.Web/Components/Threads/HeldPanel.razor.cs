using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.Inbox;

namespace SnoutOS.Web.Components.Threads;

/// <summary>Under a message in which something was found, or that waits: what was done, and what the owner can do.</summary>
public sealed partial class HeldPanel
{
    [Parameter, EditorRequired]
    public MessageView Message { get; set; } = null!;

    /// <summary>What is worth saying of what was found.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FindingView> Findings { get; set; } = [];

    /// <summary>What no sitter sees, by its place: a stretch of the text, or an attachment.</summary>
    private List<IReadOnlyList<FindingView>> Hidden =>
    [
        .. FoundSpans.Of(Message.Body, Findings).Where(span => span.IsHidden).Select(span => HiddenOf(span.Findings)),
        .. Findings.Where(finding => finding is { IsHidden: true, Attachment: not null }).GroupBy(finding => finding.Attachment).Select(HiddenOf),
    ];

    private static IReadOnlyList<FindingView> HiddenOf(IEnumerable<FindingView> findings) => [.. findings.Where(finding => finding.IsHidden)];
}
