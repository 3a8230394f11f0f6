using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>The numbers and sites that the business lets its people name.</summary>
[ApiController, Route("/api/anti-poaching/allowed"), Authorize(Policies.OwnerOrAdmin)]
public sealed class AllowedContactsController(AllowedContacts contacts) : ControllerBase
{
    /// <param name="Value">A site, or a number by its last four digits.</param>
    /// <param name="Note">Whose it is.</param>
    /// <param name="AddedBy">Who added it; null if they are gone.</param>
    public sealed record AllowedAnswer(Guid Id, AllowedKind Kind, string Value, string Note, string? AddedBy, DateTimeOffset AddedAt)
    {
        public static AllowedAnswer Of(AllowedListing row) => new(row.Id, row.Kind, row.Short, row.Note, row.AddedBy, row.AddedAt);
    }

    /// <param name="Value">A telephone number in whatever form, or a site.</param>
    /// <param name="Note">Whose it is.</param>
    /// <param name="EvenSomebodys">Allow it although it is a client's own phone or a user's personal one.</param>
    public sealed record AllowRequest([Required] string? Value, [MaxLength(AllowedContact.LongestNote)] string? Note, bool EvenSomebodys = false);

    /// <summary>Lists what is allowed in messages to and from anybody, beside the business's own numbers.</summary>
    [HttpGet]
    public async Task<ListAnswer<AllowedAnswer>> ListAsync(CancellationToken cancellationToken) =>
        new([.. (await contacts.ListAsync(User.ToActor(), cancellationToken)).Select(AllowedAnswer.Of)], null);

    /// <summary>Allows a number or site.</summary>
    [HttpPost]
    [ProducesResponseType<AllowedAnswer>(201)]
    [Refuses(400, "not_readable")]
    [Refuses(409, "belongs_to_somebody", "already_allowed")]
    public async Task<ActionResult<AllowedAnswer>> AddAsync(AllowRequest request, CancellationToken cancellationToken) =>
        await contacts.AddAsync(User.ToActor(), request.Value!, request.Note ?? "", request.EvenSomebodys, cancellationToken) switch
        {
            AllowResult.Allowed allowed => StatusCode(StatusCodes.Status201Created, await AnswerAsync(allowed.Id, cancellationToken)),
            AllowResult.NotReadable => Problems.Of(
                StatusCodes.Status400BadRequest, "not_readable", "That is neither a telephone number nor the name of a site.", ("field", "value")),
            AllowResult.BelongsToSomebody somebody => Problems.Conflict(
                "belongs_to_somebody", $"That is {somebody.Name}'s own phone. Send evenSomebodys to allow it all the same.", ("field", "value")),
            AllowResult.AlreadyAllowed => Problems.Conflict("already_allowed", "That is on the list.", ("field", "value")),
            var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
        };

    /// <summary>Takes an entry off the list.</summary>
    [HttpDelete("{id:guid}")]
    [ProducesResponseType(204)]
    public async Task<ActionResult> RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        await contacts.RemoveAsync(User.ToActor(), id, cancellationToken) ? NoContent() : Problems.NotFound();

    private async Task<AllowedAnswer> AnswerAsync(Guid id, CancellationToken cancellationToken) =>
        AllowedAnswer.Of((await contacts.ListAsync(User.ToActor(), cancellationToken)).First(row => row.Id == id));
}
