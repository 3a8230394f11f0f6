namespace SnoutOS.Domain.Phones;

/// <summary>What decides how long a client keeps a pool number.</summary>
/// <param name="StartedAt">When the lease began.</param>
/// <param name="LastWindowClosesAt">When the last live window of the client that has opened closes, or closed.</param>
/// <param name="LastOutboundAt">When the business last wrote to the client on the number.</param>
/// <param name="NextWindowOpensAt">When the client's next live window opens.</param>
public sealed record LeaseFacts(
    DateTimeOffset StartedAt, DateTimeOffset? LastWindowClosesAt, DateTimeOffset? LastOutboundAt, DateTimeOffset? NextWindowOpensAt);

/// <summary>
/// When a lease ends: so many days after the latest of its start, the end of the last window it served and the
/// business's last message on it, unless a window that it serves begins soon.
/// </summary>
public static class LeaseTerm
{
    /// <summary>A window that begins within this time keeps the lease.</summary>
    public static readonly TimeSpan Foresight = TimeSpan.FromDays(30);

    /// <summary>When it ends if nothing else comes; a window ahead is looked at by <see cref="IsOver"/>.</summary>
    public static DateTimeOffset EndsAt(LeaseFacts facts, int releaseDays) =>
        Latest(facts.StartedAt, facts.LastWindowClosesAt, facts.LastOutboundAt) + TimeSpan.FromDays(releaseDays);

    public static bool IsOver(LeaseFacts facts, int releaseDays, DateTimeOffset now) =>
        EndsAt(facts, releaseDays) <= now && !(facts.NextWindowOpensAt <= now + Foresight);

    private static DateTimeOffset Latest(DateTimeOffset first, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
        {
            first = other > first ? other.Value : first;
        }

        return first;
    }
}
