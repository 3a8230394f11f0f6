using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>Conversations.</summary>
[ApiController, Route("/api/messages/threads"), Authorize(Policies.SignedIn)]
public sealed class ThreadsController(InboxReader inbox, ThreadOpener opener, ThreadCare care) : ControllerBase
{
    private const int LongestSearch = 200;

    public enum InboxChoice
    {
        All,
        Owner,
    }

    /// <param name="VisitId">Opens the conversation of a visit with its sitter's number, where there is one.</param>
    public sealed record OpenRequest([Required] Guid? ClientId, Guid? VisitId);

    /// <param name="MessageId">The newest message that was read; without it, everything was.</param>
    public sealed record ReadRequest(Guid? MessageId);

    /// <summary>Lists conversations, the one with the newest message first.</summary>
    /// <param name="view">All conversations, or those that wait for the owner.</param>
    /// <param name="q">Part of a client's or pet's name, or five or more digits of a phone.</param>
    /// <param name="limit">How many to answer at most.</param>
    /// <param name="cursor">The <c>nextCursor</c> of the page before.</param>
    [HttpGet, Scope(Scopes.ReadMessages)]
    [Refuses(400, "invalid_limit", "invalid_cursor")]
    public async Task<ActionResult<ListAnswer<ThreadAnswer>>> ListAsync(
        [FromQuery(Name = "inbox")] InboxChoice view = InboxChoice.All,
        [StringLength(LongestSearch)] string? q = null,
        [Range(1, Lists.MaxLimit)] int limit = Lists.DefaultLimit,
        string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var actor = User.ToActor();
        if (view == InboxChoice.Owner && !actor.SeesEverything)
        {
            return Problems.Forbidden();
        }

        if (!Cursors.TryRead(cursor, out PageCursor? after))
        {
            return Problems.InvalidCursor();
        }

        var filter = new ThreadFilter(view == InboxChoice.Owner ? InboxView.NeedsOwner : InboxView.All, q ?? "");
        var page = await inbox.ThreadsAsync(actor, filter, after, limit, cancellationToken);
        return new ListAnswer<ThreadAnswer>([.. page.Items.Select(ThreadAnswer.Of)], Cursors.Of(page.Next));
    }

    /// <summary>Shows one conversation.</summary>
    [HttpGet("{id:guid}"), Scope(Scopes.ReadMessages)]
    public async Task<ActionResult<ThreadAnswer>> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await inbox.ThreadAsync(User.ToActor(), id, cancellationToken) is { } thread ? ThreadAnswer.Of(thread) : Problems.NotFound();

    /// <summary>Opens a conversation with a client: 201 for a new one, 200 for one that was there.</summary>
    [HttpPost, Scope(Scopes.WriteMessages)]
    [ProducesResponseType<ThreadAnswer>(200), ProducesResponseType<ThreadAnswer>(201)]
    public async Task<ActionResult<ThreadAnswer>> OpenAsync(OpenRequest request, CancellationToken cancellationToken)
    {
        var opened = await opener.OpenAsync(User.ToActor(), request.ClientId!.Value, request.VisitId, cancellationToken);
        return opened is not null && await inbox.ThreadAsync(User.ToActor(), opened.ThreadId, cancellationToken) is { } thread
            ? StatusCode(opened.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK, ThreadAnswer.Of(thread))
            : Problems.NotFound();
    }

    /// <summary>Marks a conversation as read by the caller, up to a message.</summary>
    [HttpPost("{id:guid}/read"), Scope(Scopes.WriteMessages)]
    [ProducesResponseType(204)]
    public async Task<IActionResult> MarkReadAsync(Guid id, ReadRequest request, CancellationToken cancellationToken) =>
        await care.MarkReadAsync(User.ToActor(), id, request.MessageId, cancellationToken) ? NoContent() : Problems.NotFound();

    /// <summary>Takes a conversation out of the owner inbox without an answer.</summary>
    [HttpPost("{id:guid}/handled"), Scope(Scopes.WriteMessages), Authorize(Policies.OwnerOrAdmin)]
    [ProducesResponseType(204)]
    public async Task<IActionResult> MarkHandledAsync(Guid id, CancellationToken cancellationToken) =>
        await care.MarkHandledAsync(User.ToActor(), id, cancellationToken) ? NoContent() : Problems.NotFound();
}
