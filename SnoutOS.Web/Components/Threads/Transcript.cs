using SnoutOS.Domain.Inbox;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>One thing in the flow of a conversation: the separator of a day, or a message.</summary>
public abstract record TranscriptEntry
{
    private TranscriptEntry()
    {
    }

    public sealed record DayBegins(DateOnly Day) : TranscriptEntry;

    /// <summary>A message, and whether it opens or closes a run by the same author.</summary>
    public sealed record Bubble(MessageView Message, bool OpensRun, bool ClosesRun) : TranscriptEntry;
}

/// <summary>Lays messages out as a person reads them: by day in the business's zone, and in runs by the same author.</summary>
public static class Transcript
{
    /// <summary>A longer silence starts a new run, so that its time is shown.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(10);

    public static IReadOnlyList<TranscriptEntry> Of(IReadOnlyList<MessageView> oldestFirst, OrganizationTime time)
    {
        var entries = new List<TranscriptEntry>(oldestFirst.Count + 8);
        for (var index = 0; index < oldestFirst.Count; index++)
        {
            var message = oldestFirst[index];
            var before = index > 0 ? oldestFirst[index - 1] : null;
            var after = index + 1 < oldestFirst.Count ? oldestFirst[index + 1] : null;
            if (before is null || time.Day(before.CreatedAt) != time.Day(message.CreatedAt))
            {
                entries.Add(new TranscriptEntry.DayBegins(time.Day(message.CreatedAt)));
            }

            entries.Add(new TranscriptEntry.Bubble(message, !Continue(before, message, time), !Continue(message, after, time)));
        }

        return entries;
    }

    private static bool Continue(MessageView? first, MessageView? second, OrganizationTime time) =>
        first is not null && second is not null
        && first.Direction == second.Direction
        && first.AuthorKind == second.AuthorKind
        && first.AuthorName == second.AuthorName
        && first.Purpose == second.Purpose
        && first.SeenBy.SequenceEqual(second.SeenBy, StringComparer.Ordinal)
        && second.CreatedAt - first.CreatedAt <= LongestSilence
        && time.Day(first.CreatedAt) == time.Day(second.CreatedAt);
}
