using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Domain.Diagnostics;

/// <summary>
/// How messaging is doing in one organization, complete with zeros. Threads, outbox and unprocessed webhooks are as of
/// <see cref="GeneratedAt"/>, the rest is counted over <see cref="Window"/>. Phone numbers are in short form.
/// </summary>
public sealed record MessagingReport
{
    public required DateTimeOffset GeneratedAt { get; init; }

    public required Guid OrganizationId { get; init; }

    public required ReportWindow Window { get; init; }

    /// <summary>By the class of the thread's number, in words such as <c>front_desk</c>.</summary>
    public required IReadOnlyDictionary<string, int> ThreadsByNumberClass { get; init; }

    /// <summary>Blocked messages, whatever became of them since.</summary>
    public required int AntiPoachingBlocked { get; init; }

    /// <summary>What becomes of pictures that sitters send: <c>not_read</c>, since nothing here reads a code or writing in one.</summary>
    public string AntiPoachingPictures { get; init; } = "not_read";

    public required int OwnerInboxRouted { get; init; }

    /// <summary>Every reason there is, in words such as <c>no_active_window</c>.</summary>
    public required IReadOnlyDictionary<string, int> OwnerInboxRoutedByReason { get; init; }

    /// <summary>Sends that were refused because the sitter had no active window.</summary>
    public required int SitterNoActiveWindow { get; init; }

    public required WebhookReport Webhooks { get; init; }

    public required OutboxReport Outbox { get; init; }

    /// <summary>The newest decisions of the window, at most fifty.</summary>
    public required IReadOnlyList<RoutingReport> RoutingDecisions { get; init; }

    public required IReadOnlyDictionary<string, FlagReport> FeatureFlags { get; init; }
}

/// <summary>What is counted: everything from <paramref name="From"/> up to the instant of the report.</summary>
public sealed record ReportWindow(DateTimeOffset From, DateTimeOffset To);

/// <param name="Received">Every signed webhook for the organization, repeats included.</param>
/// <param name="Duplicate">Those among them that had come before.</param>
/// <param name="RejectedSignature">The deployment's: without a valid signature nobody knows whose it is.</param>
/// <param name="Unprocessed">Messages that are waiting, kept while messaging is off, or set aside after failing.</param>
public sealed record WebhookReport(int Received, int Duplicate, int RejectedSignature, int Unprocessed);

/// <param name="Pending">Waiting for their first attempt, or on their way to the provider.</param>
/// <param name="Retrying">Tried before, not taken in, waiting for another attempt.</param>
/// <param name="Ambiguous">The provider's answer was lost; being looked up.</param>
/// <param name="Failed">Failed, expired or in need of review on threads where nobody has looked after it.</param>
/// <param name="OldestSeconds">The age of the oldest one that is not settled; 0 when all are.</param>
public sealed record OutboxReport(int Pending, int Retrying, int Ambiguous, int Failed, int OldestSeconds);

/// <summary>One routing decision; ids are null for a message that was stored without a thread.</summary>
public sealed record RoutingReport(
    DateTimeOffset At,
    Guid? MessageId,
    Guid? ThreadId,
    NumberClass NumberClass,
    RoutingTarget Target,
    RoutingReason Reason,
    string Sender,
    string Recipient);
