using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Receiving;

/// <summary>
/// Where what comes in has its place: on the client's thread with the number that was texted or called, or at the front
/// desk when that is a pool number which the client does not hold.
/// </summary>
internal static class InboundThread
{
    public static async Task<MessageThread> OfAsync(
        SnoutDbContext db, KnownClient client, NumberOwner number, Route route, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var numberId = route.Reason == RoutingReason.PoolMismatch
            ? await NumberGate.FrontDeskAsync(db, cancellationToken) ?? number.Id
            : number.Id;
        return await db.Threads.OfAsync(db, client.Id, numberId, now, cancellationToken);
    }
}
