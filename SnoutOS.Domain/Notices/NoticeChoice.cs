using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Domain.Notices;

/// <summary>Which notice answers a text by itself, if any does.</summary>
public static class NoticeChoice
{
    /// <summary>
    /// Queues the notice that the text's route asks for, or that it was held back, in the caller's transaction. True when one
    /// was queued.
    /// </summary>
    public static async Task<bool> AnswerAsync(
        SnoutDbContext db, Route route, bool isHeld, NoticeOccasion occasion, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var clock = WaitsForTheOffice(route) ? await BusinessClock.OfAsync(db, cancellationToken) : null;
        return (isHeld ? NoticeKind.ClientBlocked : Of(route, clock, occasion.ReceivedAt)) is { } kind
            && await NoticeWriter.QueueAsync(db, kind, occasion, now, cancellationToken) is null;
    }

    /// <summary>Pure, like the route it follows from: the hours count at the receive instant.</summary>
    public static NoticeKind? Of(Route route, BusinessClock? clock, DateTimeOffset receivedAt)
    {
        if (route.Reason == RoutingReason.PoolMismatch)
        {
            return NoticeKind.PoolMismatch;
        }

        return WaitsForTheOffice(route) && clock?.IsOpenAt(receivedAt) == false ? NoticeKind.AfterHours : null;
    }

    private static bool WaitsForTheOffice(Route route) => route.Target == RoutingTarget.OwnerInbox && route.Reason switch
    {
        RoutingReason.UnknownSender or RoutingReason.FrontDesk or RoutingReason.SitterMessagesOff or RoutingReason.OwnerChoice
            or RoutingReason.SitterUnavailable or RoutingReason.NoActiveWindow or RoutingReason.OverlappingWindows => true,
        RoutingReason.UnknownNumber or RoutingReason.OwnNumber or RoutingReason.ServiceSender or RoutingReason.StaffSender
            or RoutingReason.ConsentKeyword or RoutingReason.PoolMismatch or RoutingReason.ActiveWindow or RoutingReason.VisitInProgress => false,
    };
}
