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
    /// <param name="SitterId">The sitter it went to; null when it went to the owner.</param>
    /// <param name="Facts">What the decision was made from: ids, classes and intervals.</param>
    /// <param name="Trace">The rules in the order in which they were asked; the last one is the one that fitted.</param>
    public sealed record RoutingAnswer(
        Guid? MessageId,
        Guid? ThreadId,
        DateTimeOffset At,
        RoutingTarget Target,
        RoutingReason Reason,
        NumberClass NumberClass,
        string Sender,
        string Recipient,
        Guid? SitterId,
        RoutingFacts Facts,
        IReadOnlyList<RuleAnswer> Trace);

    /// <param name="Rule">The rule's number, from 1.</param>
    /// <param name="Reason">What it said; null when it did not fit.</param>
    public sealed record RuleAnswer(int Rule, bool Fits, RoutingReason? Reason);

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
                decision.SitterId,
                facts,
                [.. Router.Explain(facts, decision.DecidedAt).Select(asked => new RuleAnswer(asked.Rule, asked.Said is not null, asked.Said?.Reason))])
            : Problems.NotFound();
}
