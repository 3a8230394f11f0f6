using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Inbox;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>What the office does with a conversation beside answering: who gets it, and when it comes back.</summary>
[ApiController, Route("/api/messages/threads/{id:guid}"), Authorize(Policies.OwnerOrAdmin), Scope(Scopes.WriteMessages)]
public sealed class OwnerActsController(OwnerActs acts, HandOver handOver) : ControllerBase
{
    public sealed record SnoozeRequest([Required] DateTimeOffset? Until);

    /// <param name="SitterId">Who gets the conversation's messages for 24 hours; null for the office alone.</param>
    public sealed record ChooseRequest(Guid? SitterId);

    /// <param name="SitterId">To whom; without it, to the sitter who is with the client or comes next.</param>
    public sealed record HandOverRequest(Guid? SitterId);

    /// <param name="Messages">How many messages of the last 24 hours now show in that sitter's conversation.</param>
    public sealed record HandOverAnswer(NamedAnswer Sitter, int Messages);

    /// <summary>Puts a conversation off until an instant; a new message brings it back earlier.</summary>
    [HttpPost("snooze")]
    [ProducesResponseType(204)]
    [Refuses(400, "not_ahead")]
    public async Task<IActionResult> SnoozeAsync(Guid id, SnoozeRequest request, CancellationToken cancellationToken) =>
        Answer(await acts.SnoozeAsync(User.ToActor(), id, request.Until!.Value, cancellationToken));

    /// <summary>Says who gets a conversation's messages for the next 24 hours.</summary>
    [HttpPost("choose")]
    [ProducesResponseType(204)]
    public async Task<IActionResult> ChooseAsync(Guid id, ChooseRequest request, CancellationToken cancellationToken) =>
        Answer(await acts.ChooseAsync(User.ToActor(), id, request.SitterId, cancellationToken));

    /// <summary>Leaves a conversation to the rules again.</summary>
    [HttpDelete("choose")]
    [ProducesResponseType(204)]
    public async Task<IActionResult> LeaveToRulesAsync(Guid id, CancellationToken cancellationToken) =>
        Answer(await acts.LeaveToRulesAsync(User.ToActor(), id, cancellationToken));

    /// <summary>Hands the client's messages of the last 24 hours over to a sitter.</summary>
    [HttpPost("hand-over")]
    [Refuses(409, "nobody_there")]
    public async Task<ActionResult<HandOverAnswer>> HandOverAsync(Guid id, HandOverRequest request, CancellationToken cancellationToken) =>
        await handOver.ToSitterAsync(User.ToActor(), id, request.SitterId, cancellationToken) switch
        {
            HandOverResult.HandedOver done => new HandOverAnswer(new NamedAnswer(done.SitterId, done.SitterName), done.Messages),
            HandOverResult.NobodyThere => Problems.Conflict("nobody_there", "No sitter is with this client now or comes next."),
            HandOverResult.ThreadNotFound => Problems.NotFound(),
            var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
        };

    private IActionResult Answer(OwnerActResult result) => result switch
    {
        OwnerActResult.Done => NoContent(),
        OwnerActResult.NotFound or OwnerActResult.NoSuchSitter => Problems.NotFound(),
        OwnerActResult.NotAhead => Problems.Of(StatusCodes.Status400BadRequest, "not_ahead", "Choose a time within the next 90 days."),
    };
}
