using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Domain.Policing.Figures;

/// <summary>What is counted: the last so many weeks, of everybody or one sitter, of every type or one.</summary>
public sealed record FiguresFilter(int Weeks = FiguresFilter.UsualWeeks, Guid? SitterId = null, FindingType? Type = null)
{
    public const int UsualWeeks = 13;

    public const int MostWeeks = 53;

    /// <summary>Reads a type as the API writes it, such as <c>phone_number</c>; nothing stands for every type.</summary>
    public static bool TryReadType(string? word, out FindingType? type)
    {
        type = Enum.GetValues<FindingType>().Select(known => (FindingType?)known).FirstOrDefault(known => TagWords.Of(known!.Value) == word);
        return string.IsNullOrEmpty(word) || type is not null;
    }
}

/// <summary>
/// What was held back, masked and flagged in a business and what became of it. Counts alone: no message, no phone. What was
/// held back twice in one message is one message; under each of its types it is counted once.
/// </summary>
/// <param name="From">Where the first of the weeks begins.</param>
/// <param name="MedianSecondsToDecision">From a message being held back to the owner's decision; null without any.</param>
/// <param name="Spike">Of the whole business, however the rest is narrowed.</param>
/// <param name="Strikes">Sitters with strikes in the last 30 days and paused ones, however the rest is narrowed.</param>
/// <param name="Waiting">Messages that wait for a decision right now, however the rest is narrowed.</param>
public sealed record FiguresReport(
    DateTimeOffset GeneratedAt,
    DateTimeOffset From,
    FigureCounts Total,
    BlockedOutcomes Outcomes,
    FalseAlarmRate FalseAlarms,
    double? MedianSecondsToDecision,
    IReadOnlyList<WeekFigures> Weeks,
    IReadOnlyList<TypeFigures> Types,
    IReadOnlyList<SitterFigures> Sitters,
    Spike Spike,
    IReadOnlyList<StrikeFigures> Strikes,
    WaitingMessages Waiting);

/// <summary>Messages by the strictest thing that was done about any finding of theirs.</summary>
public sealed record FigureCounts(int Blocked, int Masked, int Flagged);

/// <summary>What became of the blocked messages.</summary>
public sealed record BlockedOutcomes(int Open, int SentAnyway, int KeptBack, int FalseAlarm);

/// <param name="Begins">A Monday, by the business's clock.</param>
/// <param name="StartsAt">The instant at which it begins.</param>
public sealed record WeekFigures(DateOnly Begins, DateTimeOffset StartsAt, FigureCounts Counts);

public sealed record TypeFigures(FindingType Type, FigureCounts Counts);

/// <param name="SitterId">Null for what clients wrote.</param>
/// <param name="Name">Empty for what clients wrote.</param>
public sealed record SitterFigures(Guid? SitterId, string Name, FigureCounts Counts);

/// <param name="LastThreadId">The conversation of the last attempt; null where that is long ago.</param>
public sealed record StrikeFigures(
    Guid SitterId, string Name, SitterStatus Status, bool IsPausedByStrikes, int Strikes, DateTimeOffset? LastAt, Guid? LastThreadId);

/// <param name="Count">All of them.</param>
/// <param name="ThreadId">Where the first ones are; null without any.</param>
public sealed record WaitingMessages(int Count, Guid? ThreadId);
