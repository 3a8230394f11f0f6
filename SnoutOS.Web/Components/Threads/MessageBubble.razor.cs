using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Components.Sitting;

namespace SnoutOS.Web.Components.Threads;

/// <summary>One message. Rendered again only when something it shows has changed.</summary>
public sealed partial class MessageBubble
{
    private MessageView? _shown;
    private bool _hasChanged = true;
    private bool _isRetrying;
    private (bool, bool) _shownRun;

    [Parameter, EditorRequired]
    public MessageView Message { get; set; } = null!;

    [Parameter]
    public bool OpensRun { get; set; }

    [Parameter]
    public bool ClosesRun { get; set; }

    /// <summary>Who looks at it: their own messages need no name.</summary>
    [Parameter]
    public string ReaderName { get; set; } = "";

    /// <summary>Whether a sitter looks at it: everybody else who writes is the office.</summary>
    [Parameter]
    public bool ForSitter { get; set; }

    [Parameter]
    public EventCallback<MessageView> OnRetry { get; set; }

    /// <summary>Asks why a message is here.</summary>
    [Parameter]
    public EventCallback<Guid> OnExplain { get; set; }

    /// <summary>Which sitters see it beside whoever wrote it.</summary>
    private string? Seen => Message.AuthorKind is AuthorKind.Sitter ? null : ActWords.SeenBy(Message.SeenBy, Message.Direction is Direction.Inbound && Findings.Any(finding => finding.IsHidden) ? "the rest" : "this");

    /// <summary>What was found and is worth an owner's look: not what the office wrote itself, and not what only the office read.</summary>
    private IReadOnlyList<FindingView> Findings =>
        Message.Held is not null ? [.. Message.Findings.Where(finding => finding.Action is not PoachingAction.Off)]
        : Message.SeenBy.Count > 0 ? [.. Message.Findings.Where(finding => finding.IsHidden)]
        : [];

    /// <summary>What stands over a message that is not where it was meant to go.</summary>
    private string? State => ForSitter ? SittingWords.State(Message) : HeldWords.State(Message);

    private bool HasPanel => !ForSitter && (State is not null || Message.Held is not null || Findings.Count > 0);

    private string Looks
    {
        get
        {
            (string Name, bool Is)[] looks =
            [
                ("opens", OpensRun), ("closes", ClosesRun), ("trouble", IsTrouble), ("office", IsShownByOffice),
                ("held", State is not null), ("kept", Message.Status is MessageStatus.Dismissed),
            ];
            return string.Join(' ', looks.Where(look => look.Is).Select(look => look.Name));
        }
    }

    private string Label => DeliveryWords.Label(Message.Status);

    private string Side => Message.Direction is Direction.Inbound ? "in" : "out";

    private bool IsTrouble => DeliveryWords.IsTrouble(Message.Status);

    private bool IsSettled => Message.Status is MessageStatus.Received or MessageStatus.Sent or MessageStatus.Delivered;

    private bool SaysState => !IsSettled && Message.Status is not (MessageStatus.Queued or MessageStatus.Sending);

    private bool IsShownByOffice => ForSitter && Message is { Direction: Direction.Outbound, AuthorKind: not AuthorKind.Sitter };

    private string? Reason => ForSitter ? "It did not get through. You can tell the office." : DeliveryWords.Reason(Message.Status, Message.ErrorCode);

    /// <summary>Who wrote it, where the side of the bubble does not say so.</summary>
    private string? Heading => IsShownByOffice ? "Shown by the office" : Message.AuthorKind switch
    {
        AuthorKind.Client => null,
        AuthorKind.System => "Sent automatically",
        AuthorKind.Owner or AuthorKind.Admin or AuthorKind.Sitter => Message.AuthorName == ReaderName ? null : Message.AuthorName,
    };

    protected override void OnParametersSet()
    {
        var run = (OpensRun, ClosesRun);
        _hasChanged = _shown is null || run != _shownRun || !ShowsTheSame(_shown, Message);
        (_shown, _shownRun) = (Message, run);
    }

    protected override bool ShouldRender() => _hasChanged;

    // A record compares its lists by reference, and every read makes new ones.
    private static bool ShowsTheSame(MessageView one, MessageView other) =>
        one.Media.SequenceEqual(other.Media) && one.SeenBy.SequenceEqual(other.SeenBy, StringComparer.Ordinal) && one.Findings.SequenceEqual(other.Findings)
        && one with { Media = other.Media, SeenBy = other.SeenBy, Findings = other.Findings } == other;

    private async Task RetryAsync()
    {
        if (_isRetrying)
        {
            return;
        }

        _hasChanged = _isRetrying = true;
        try
        {
            await OnRetry.InvokeAsync(Message);
        }
        finally
        {
            _isRetrying = false;
        }
    }
}
