namespace SnoutOS.Domain.Threads;

/// <summary>
/// The order in which an outbound message's status may move. Callbacks come late, twice and in any order;
/// the status never goes back, and the first final word stands.
/// </summary>
public static class DeliveryProgress
{
    /// <summary>Whether a message at <paramref name="current"/> moves on when <paramref name="reported"/> is heard.</summary>
    public static bool Advances(MessageStatus current, MessageStatus reported) => Rank(reported) > Rank(current);

    /// <summary>Whether nothing the provider says will change this status any more.</summary>
    public static bool IsFinal(MessageStatus status) => Rank(status) >= FinalRank;

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
