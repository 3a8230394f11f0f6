using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>What the office decides about messages that were held back, and about what was masked.</summary>
[ApiController, Route("/api/messages/{id:guid}"), Authorize(Policies.OwnerOrAdmin), Scope(Scopes.WriteMessages)]
public sealed class HeldMessagesController(HeldMessages held, Revealing revealing, InboxReader inbox) : ControllerBase
{
    /// <param name="Reason">Goes into the audit.</param>
    /// <param name="AfterWindow">Send it although the sitter's window has ended.</param>
    public sealed record ForceSendRequest(string? Reason, bool AfterWindow = false);

    /// <param name="Reason">Goes into the audit.</param>
    /// <param name="FalsePositive">There was nothing wrong with it: its strike is taken back.</param>
    /// <param name="Allow">Put the numbers and sites that were found on the allow-list.</param>
    public sealed record DismissRequest(string? Reason, bool FalsePositive = false, bool Allow = false);

    /// <param name="Index">The finding's <c>index</c>.</param>
    public sealed record RevealRequest(int Index);

    /// <summary>Delivers a message that was held back, or approves one that waits for approval.</summary>
    [HttpPost("force-send")]
    [Refuses(400, "reason_required")]
    [Refuses(409, "not_blocked", "window_closed", "number_inactive", "recipient_opted_out", "no_phone")]
    public async Task<ActionResult<MessageAnswer>> ForceSendAsync(Guid id, ForceSendRequest request, CancellationToken cancellationToken) =>
        await AnswerAsync(await held.ForceSendAsync(User.ToActor(), id, request.Reason ?? "", request.AfterWindow, cancellationToken), cancellationToken);

    /// <summary>Leaves a message undelivered for good.</summary>
    [HttpPost("dismiss")]
    [Refuses(400, "reason_required")]
    [Refuses(409, "not_blocked")]
    public async Task<ActionResult<MessageAnswer>> DismissAsync(Guid id, DismissRequest request, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await held.DismissAsync(User.ToActor(), id, request.Reason ?? "", request.FalsePositive, request.Allow, cancellationToken), cancellationToken);

    /// <summary>Lets the sitter see one thing that is masked in a client's message.</summary>
    [HttpPost("reveal")]
    [Refuses(409, "not_hidden")]
    public async Task<ActionResult<MessageAnswer>> RevealAsync(Guid id, RevealRequest request, CancellationToken cancellationToken) =>
        await revealing.RevealAsync(User.ToActor(), id, request.Index, cancellationToken) switch
        {
            RevealResult.Revealed => await MessageAsync(id, cancellationToken),
            RevealResult.NotFound => Problems.NotFound(),
            RevealResult.NotHidden => Problems.Conflict("not_hidden", "The sitter sees this already."),
        };

    private async Task<ActionResult<MessageAnswer>> AnswerAsync(HeldResult result, CancellationToken cancellationToken) => result switch
    {
        HeldResult.Decided decided => await MessageAsync(decided.MessageId, cancellationToken),
        HeldResult.NotFound => Problems.NotFound(),
        HeldResult.NotHeld => Problems.Conflict("not_blocked", "This message is not held back, or somebody has decided on it already."),
        HeldResult.ReasonRequired => Problems.Of(StatusCodes.Status400BadRequest, "reason_required", "Say why; it goes into the audit."),
        HeldResult.WindowClosed => Problems.Conflict("window_closed", "The visit is over. Send afterWindow to deliver it all the same."),
        HeldResult.Refused refused => SendRefusals.Of(refused.Why),
        _ => throw new UnreachableException($"No answer for {result.GetType().Name}."),
    };

    private async Task<ActionResult<MessageAnswer>> MessageAsync(Guid id, CancellationToken cancellationToken) =>
        MessageAnswer.Of((await inbox.MessageAsync(User.ToActor(), id, cancellationToken))!);
}
