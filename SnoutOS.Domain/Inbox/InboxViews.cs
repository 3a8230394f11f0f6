using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Inbox;

/// <summary>Which conversations a list shows.</summary>
public enum InboxView
{
    All,

    /// <summary>What waits for the owner: a view, not a bucket.</summary>
    NeedsOwner,
}

/// <summary>What a list of conversations is narrowed by. A search of five or more digits looks for phones.</summary>
public sealed record ThreadFilter(InboxView View = InboxView.All, string Search = "");

/// <summary>A page of a keyset-paged list; <see cref="Next"/> is null on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, PageCursor? Next);

/// <summary>Where a newest-first list goes on: after the row with this instant and id.</summary>
public sealed record PageCursor(DateTimeOffset At, Guid Id);

/// <summary>One row of the list of conversations, and the header of the open one.</summary>
public sealed record ThreadSummary
{
    public required Guid Id { get; init; }

    public required Guid ClientId { get; init; }

    public required string ClientName { get; init; }

    public required ClientKind ClientKind { get; init; }

    public required string Pets { get; init; }

    public required Guid NumberId { get; init; }

    public required NumberClass NumberClass { get; init; }

    public required NumberStatus NumberStatus { get; init; }

    /// <summary>The business's number; printing it shows the short form.</summary>
    public required PhoneNumber Number { get; init; }

    /// <summary>The sitter the number belongs to; null for the front desk and the pool.</summary>
    public required Guid? SitterId { get; init; }

    public required string? SitterName { get; init; }

    public required DateTimeOffset LastMessageAt { get; init; }

    public required string LastMessagePreview { get; init; }

    public required Direction? LastMessageDirection { get; init; }

    /// <summary>Inbound messages that this reader has not seen.</summary>
    public required int Unread { get; init; }

    /// <summary>Since when something waits for the owner: put there, or routed to a sitter who has not opened it in time.</summary>
    public required DateTimeOffset? NeedsOwnerSince { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Whether what waits for the owner should not wait: a sitter is with the client, or about to be.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Whether a sitter's note to the office waits to be looked after.</summary>
    public bool HasOfficeNote { get; init; }

    /// <summary>The owner's word on who gets this thread's messages, while it holds.</summary>
    public ChoiceFact? Choice { get; init; }

    /// <summary>The rule that decided on the newest inbound message; null where there is none.</summary>
    public RoutingReason? LastRoutedBy { get; init; }

    /// <summary>The client that this one was merged into: the conversation is then one to read, not to write.</summary>
    public Guid? MergedIntoId { get; init; }

    /// <summary>Whether the client holds the thread's pool number; true for every other class.</summary>
    public bool HoldsNumber { get; init; } = true;

    /// <summary>When a sitter may write on the thread; of a sitter's own windows alone when a sitter reads.</summary>
    public WindowStanding Windows { get; init; }

    public required bool HasFailedSend { get; init; }

    /// <summary>How many messages are held back and wait for the owner's decision; none for a sitter who reads.</summary>
    public int Held { get; init; }

    /// <summary>Whether something was found in a message that was delivered, and nobody has looked after it.</summary>
    public bool IsFlagged { get; init; }

    public required bool OptOutSuspected { get; init; }

    /// <summary>Whether the client's phone has opted out of the organization's texts.</summary>
    public required bool OptedOut { get; init; }

    /// <summary>Since when something waits to be opened by its sitter; null for a sitter who reads.</summary>
    public DateTimeOffset? AwaitsSitterSince { get; init; }

    /// <summary>
    /// The next instant after this one at which the conversation looks different although nobody did anything: a window
    /// opens or closes, a sitter's quarter of an hour is over, a snooze or the owner's choice ends.
    /// </summary>
    public DateTimeOffset? ChangesAfter(DateTimeOffset now) => Clockwork.Next(
        now,
        Windows.ClosesAt,
        Windows.NextOpensAt,
        AwaitsSitterSince + OwnerInbox.SitterHasToOpenWithin,
        SnoozedUntil,
        Choice?.ChosenAt + ChoiceFact.HoldsFor);
}

/// <summary>One message as a reader may see it.</summary>
public sealed record MessageView
{
    public required Guid Id { get; init; }

    public required Guid ThreadId { get; init; }

    public required Direction Direction { get; init; }

    public required AuthorKind AuthorKind { get; init; }

    public required string AuthorName { get; init; }

    public required string Body { get; init; }

    /// <summary>What the product put before a sitter's first words.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>The sitters who see the message, by first name; empty for a sitter who reads.</summary>
    public IReadOnlyList<string> SeenBy { get; init; } = [];

    public required MessagePurpose Purpose { get; init; }

    public required MessageStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? SentAt { get; init; }

    public required DateTimeOffset? DeliveredAt { get; init; }

    public required int? ErrorCode { get; init; }

    public required int Segments { get; init; }

    public required Guid? RetryOfId { get; init; }

    /// <summary>Whether a later message already sends this failed one again.</summary>
    public required bool WasRetried { get; init; }

    public required IReadOnlyList<MediaView> Media { get; init; }

    /// <summary>What the detector found, in the order of the text; always empty for a sitter who reads.</summary>
    public IReadOnlyList<FindingView> Findings { get; init; } = [];

    /// <summary>What was done about it and what became of it; null without, and for a sitter who reads.</summary>
    public HeldView? Held { get; init; }

    /// <summary>Until when it waits for the owner's approval and may still leave; null for one that does not wait.</summary>
    public DateTimeOffset? ApprovalUntil { get; init; }

    /// <summary>Whether it waits for the owner's approval before it leaves.</summary>
    public bool AwaitsApproval => ApprovalUntil is not null;

    /// <summary>What a sitter sees instead of the body; null for the body itself, and for a sitter who reads.</summary>
    public string? MaskedBody { get; init; }

    /// <summary>Whether a sitter's picture is in it: nothing reads what is written on one. False for a sitter who reads.</summary>
    public bool HasUnreadPicture { get; init; }

    /// <summary>Where an inbound message went; null for outbound ones.</summary>
    public RoutingTarget? RoutedTo { get; init; }

    /// <summary>The rule that sent it there.</summary>
    public RoutingReason? RoutedBy { get; init; }
}

/// <summary>An attachment; its bytes are at <c>/media/{messageId}/{position}</c> for those who may see the message.</summary>
/// <param name="IsMasked">Whether no sitter sees it, because of what is in it.</param>
public sealed record MediaView(Guid MessageId, int Position, MediaState State, string ContentType, int SizeInBytes, bool IsMasked = false);

/// <summary>A finding as owners and admins see it. The span lies in the body; a finding in an attachment has none.</summary>
/// <param name="IsHidden">Whether a sitter who sees the message does not see the span.</param>
public sealed record FindingView(
    int Position, FindingType Type, int? Attachment, int Start, int Length, double Confidence, string Rule, bool AcrossMessages, PoachingAction Action, bool IsHidden);

/// <summary>What was done about a message in which something was found.</summary>
/// <param name="SitterId">The sitter who wrote it; null when the client did.</param>
/// <param name="DecidedBy">The name of who decided; null while nobody has.</param>
/// <param name="Reason">Their own words.</param>
public sealed record HeldView(PoachingAction Action, Guid? SitterId, ViolationOutcome Outcome, DateTimeOffset? DecidedAt, string? DecidedBy, string Reason)
{
    /// <summary>Where the sitter stands now; null once it is decided, and when the client wrote it.</summary>
    public SitterStrikes? Standing { get; init; }
}
