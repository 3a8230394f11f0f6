using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Authorization;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Sitters;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>A sitter's word to the office about a conversation, also while its window is closed.</summary>
[ApiController, Route("/api/messages/threads/{id:guid}/office-note"), Authorize(Policies.Sitter), Scope(Scopes.WriteMessages)]
public sealed class OfficeNotesController(OfficeNotes notes) : ControllerBase
{
    /// <param name="Body">1 to 1,600 UTF-16 units; the client never gets it.</param>
    public sealed record NoteRequest(string? Body);

    public sealed record NoteAnswer(Guid Id);

    /// <summary>Leaves an internal note, urgent in the owner inbox and never a text.</summary>
    [HttpPost]
    [ProducesResponseType<NoteAnswer>(201)]
    [Refuses(400, "body_empty", "body_too_long")]
    public async Task<ActionResult<NoteAnswer>> LeaveAsync(Guid id, NoteRequest request, CancellationToken cancellationToken) =>
        await notes.LeaveAsync(User.ToActor(), id, request.Body ?? "", cancellationToken) switch
        {
            OfficeNoteResult.Left left => StatusCode(StatusCodes.Status201Created, new NoteAnswer(left.MessageId)),
            OfficeNoteResult.BodyEmpty => SendRefusals.Of(new SendVerdict.BodyEmpty()),
            OfficeNoteResult.BodyTooLong tooLong => SendRefusals.Of(new SendVerdict.BodyTooLong(tooLong.Length)),
            OfficeNoteResult.ThreadNotFound => Problems.NotFound(),
            var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
        };
}
