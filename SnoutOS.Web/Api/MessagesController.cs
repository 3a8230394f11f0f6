using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>Messages of a conversation.</summary>
[ApiController, Route("/api/messages"), Authorize(Policies.SignedIn)]
public sealed class MessagesController(InboxReader inbox, MessageSender sender) : ControllerBase
{
    private const int LongestKey = 200;

    /// <summary>What a person's message may be for; notices are the product's own.</summary>
    public enum PurposeChoice
    {
        Conversation,
        Billing,
    }

    /// <param name="Body">The text, 1 to 1,600 UTF-16 units.</param>
    /// <param name="IdempotencyKey">Asking again with the same key sends once.</param>
    /// <param name="Purpose">Billing leaves from the front desk number only.</param>
    /// <param name="SitterSees">
    /// Whether the sitter in this conversation sees what the office writes; without it, they do if the client's last message
    /// went to them.
    /// </param>
    public sealed record WriteRequest(string? Body, [StringLength(LongestKey)] string? IdempotencyKey, PurposeChoice? Purpose, bool? SitterSees);

    /// <summary>Lists a conversation's messages, newest first.</summary>
    [HttpGet("threads/{threadId:guid}/messages"), Scope(Scopes.ReadMessages)]
    [Refuses(400, "invalid_limit", "invalid_cursor")]
    public async Task<ActionResult<ListAnswer<MessageAnswer>>> ListAsync(
        Guid threadId,
        [Range(1, Lists.MaxLimit)] int limit = Lists.DefaultLimit,
        string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        if (!Cursors.TryRead(cursor, out PageCursor? after))
        {
            return Problems.InvalidCursor();
        }

        if (await inbox.ThreadAsync(User.ToActor(), threadId, cancellationToken) is null)
        {
            return Problems.NotFound();
        }

        var page = await inbox.MessagesAsync(User.ToActor(), threadId, after, limit, cancellationToken);
        return new ListAnswer<MessageAnswer>([.. page.Items.Select(MessageAnswer.Of)], Cursors.Of(page.Next));
    }

    /// <summary>Writes a message: 201, or 200 with the message that the same key sent before.</summary>
    [HttpPost("threads/{threadId:guid}/messages"), Scope(Scopes.WriteMessages)]
    [ProducesResponseType<MessageAnswer>(200), ProducesResponseType<MessageAnswer>(201)]
    [Refuses(400, "body_empty", "body_too_long")]
    [Refuses(409, "idempotency_key_reused", "window_closed", "number_inactive", "recipient_opted_out", "no_phone")]
    [Refuses(423, "sitter_locked")]
    [Refuses(422, "billing_front_desk_only", "anti_poaching_blocked")]
    public async Task<ActionResult<MessageAnswer>> WriteAsync(Guid threadId, WriteRequest request, CancellationToken cancellationToken)
    {
        var purpose = request.Purpose == PurposeChoice.Billing ? MessagePurpose.Billing : MessagePurpose.Conversation;
        var key = string.IsNullOrEmpty(request.IdempotencyKey) ? null : request.IdempotencyKey;
        return await SendAsync(new SendRequest(User.ToActor(), threadId, request.Body ?? "", purpose, key, SitterSees: request.SitterSees), cancellationToken);
    }

    /// <summary>Sends a message that failed again, as a new one that is linked to it.</summary>
    [HttpPost("{id:guid}/retry"), Scope(Scopes.WriteMessages), Authorize(Policies.OwnerOrAdmin)]
    [ProducesResponseType<MessageAnswer>(201)]
    [Refuses(409, "not_retryable", "number_inactive", "recipient_opted_out", "no_phone")]
    public async Task<ActionResult<MessageAnswer>> RetryAsync(Guid id, CancellationToken cancellationToken)
    {
        var actor = User.ToActor();
        return await inbox.MessageAsync(actor, id, cancellationToken) is { } failed
            ? await SendAsync(new SendRequest(actor, failed.ThreadId, failed.Body, failed.Purpose, RetryOfId: id), cancellationToken)
            : Problems.NotFound();
    }

    private async Task<ActionResult<MessageAnswer>> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var verdict = await sender.SendAsync(request, cancellationToken);
        if (verdict is not SendVerdict.Queued queued)
        {
            return SendRefusals.Of(verdict);
        }

        var message = await inbox.MessageAsync(request.Author, queued.MessageId, cancellationToken);
        return StatusCode(queued.AlreadyAsked ? StatusCodes.Status200OK : StatusCodes.Status201Created, MessageAnswer.Of(message!));
    }
}
