using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>Who a card's client is: the same as another one, a spammer, or not the owner of a phone.</summary>
[ApiController, Route("/api/clients/{id:guid}"), Authorize(Policies.OwnerOrAdmin)]
public sealed class ClientActsController(ClientMerges merges, ClientCare care) : ControllerBase
{
    /// <param name="IntoId">The card that stays.</param>
    public sealed record MergeRequest([Required] Guid? IntoId);

    /// <param name="Phone">One of the client's own phones.</param>
    /// <param name="ToClientId">Whose it is from now on.</param>
    public sealed record MovePhoneRequest(string? Phone, [Required] Guid? ToClientId);

    /// <summary>Joins this card to another one: phones, bookings and pool number move, conversations stay to be read.</summary>
    [HttpPost("merge")]
    [ProducesResponseType(204)]
    [Refuses(409, "not_mergeable", "already_merged")]
    public async Task<IActionResult> MergeAsync(Guid id, MergeRequest request, CancellationToken cancellationToken) =>
        Answer(await merges.MergeAsync(User.ToActor(), id, request.IntoId!.Value, cancellationToken));

    /// <summary>Takes the merge of this card back, for 30 days.</summary>
    [HttpPost("unmerge")]
    [ProducesResponseType(204)]
    [Refuses(409, "too_late", "survivor_merged")]
    public async Task<IActionResult> UnmergeAsync(Guid id, CancellationToken cancellationToken) =>
        Answer(await merges.UndoAsync(User.ToActor(), id, cancellationToken));

    /// <summary>Keeps a sender out of the inbox: stored, never shown among what waits, never answered.</summary>
    [HttpPost("spam")]
    [ProducesResponseType(204)]
    [Refuses(409, "not_a_client")]
    public async Task<IActionResult> MarkSpamAsync(Guid id, CancellationToken cancellationToken) =>
        Answer(await care.MarkSpamAsync(User.ToActor(), id, cancellationToken));

    /// <summary>Makes a contact of a spammer again.</summary>
    [HttpDelete("spam")]
    [ProducesResponseType(204)]
    [Refuses(409, "not_a_client")]
    public async Task<IActionResult> UnmarkSpamAsync(Guid id, CancellationToken cancellationToken) =>
        Answer(await care.UnmarkSpamAsync(User.ToActor(), id, cancellationToken));

    /// <summary>Moves one of the client's own phones to another card.</summary>
    [HttpPost("move-phone")]
    [ProducesResponseType(204)]
    [Refuses(400, "invalid_phone")]
    [Refuses(409, "not_a_client")]
    public async Task<IActionResult> MovePhoneAsync(Guid id, MovePhoneRequest request, CancellationToken cancellationToken) =>
        PhoneNumberReader.TryRead(request.Phone, out var phone)
            ? Answer(await care.MovePhoneAsync(User.ToActor(), id, phone.Value, request.ToClientId!.Value, cancellationToken))
            : Problems.InvalidPhone("phone");

    private IActionResult Answer(MergeResult result) => result switch
    {
        MergeResult.Done => NoContent(),
        MergeResult.NotFound => Problems.NotFound(),
        MergeResult.NotMergeable => Problems.Conflict("not_mergeable", "Only two different clients can be merged."),
        MergeResult.AlreadyMerged => Problems.Conflict("already_merged", "One of the two was merged before."),
        MergeResult.TooLate => Problems.Conflict("too_late", $"A merge can be undone for {ClientMerges.UndoDays} days."),
        MergeResult.SurvivorMerged => Problems.Conflict(
            "survivor_merged", "The card that this one was merged into was merged itself. Take that back first."),
    };

    private IActionResult Answer(ClientCareResult result) => result switch
    {
        ClientCareResult.Done => NoContent(),
        ClientCareResult.NotFound => Problems.NotFound(),
        ClientCareResult.NotAClient => Problems.Conflict("not_a_client", "A service or a member of the staff has no card."),
    };
}
