namespace SnoutOS.Domain.Threads;

/// <summary>
/// The order in which an outbound message's status may move. Callbacks come late, twice and in any order;
/// the status never goes back, and a final word stands
/// until the provider, asked for it, takes it back.
/// </summary>
public static class DeliveryProgress
{
    /// <summary>Whether a message at <paramref name="current"/> moves on when <paramref name="reported"/> is heard.</summary>
    public static bool Advances(MessageStatus current, MessageStatus reported) => Rank(reported) > Rank(current);

    /// <summary>Whether two final words were heard that cannot both be true, such as undelivered and delivered.</summary>
    public static bool Contradicts(MessageStatus current, MessageStatus reported) =>
        current != reported && IsTheProvidersLast(current) && IsTheProvidersLast(reported);

    private static bool IsTheProvidersLast(MessageStatus status) =>
        status is MessageStatus.Delivered or MessageStatus.Undelivered or MessageStatus.Failed;

    private const int FinalRank = 100;

    private static int Rank(MessageStatus status) => status switch
    {
        MessageStatus.Queued => 20,
        MessageStatus.Sending => 30,
        MessageStatus.Ambiguous => 32,
        MessageStatus.NeedsReview => 35,
        MessageStatus.Sent => 40,
        MessageStatus.Delivered => FinalRank,
        MessageStatus.Undelivered => FinalRank,
        MessageStatus.Failed => FinalRank,
        MessageStatus.Expired => FinalRank,
        // These never travel through the provider.
        MessageStatus.Received => FinalRank,
        MessageStatus.Blocked => FinalRank,
        MessageStatus.Dismissed => FinalRank,
    };
}
