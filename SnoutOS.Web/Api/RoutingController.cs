using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>Why a message went where it went.</summary>
[ApiController, Route("/api/messages/{id:guid}/routing"), Authorize(Policies.OwnerOrAdmin), Scope(Scopes.ReadMessages)]
public sealed class RoutingController(RoutingHistory history) : ControllerBase
{
    /// <param name="NumberClass">The class of the number on the day of the decision.</param>
    /// <param name="Sender">The sender's short form.</param>
    /// <param name="Recipient">The short form of the number that was texted.</param>
    /// <param name="Trace">The facts that the decision was made from.</param>
    public sealed record RoutingAnswer(
        Guid? MessageId,
        Guid? ThreadId,
        DateTimeOffset At,
        RoutingTarget Target,
        RoutingReason Reason,
        NumberClass NumberClass,
        string Sender,
        string Recipient,
        RoutingFacts Trace);

    /// <summary>Explains the routing of an inbound message: the decision and the facts behind it.</summary>
    [HttpGet]
    public async Task<ActionResult<RoutingAnswer>> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await history.FindAsync(User.ToActor(), id, cancellationToken) is var (decision, facts)
            ? new RoutingAnswer(
                decision.MessageId,
                decision.ThreadId,
                decision.DecidedAt,
                decision.Target,
                decision.Reason,
                decision.NumberClass,
                decision.Sender,
                decision.Recipient,
                facts)
            : Problems.NotFound();
}
