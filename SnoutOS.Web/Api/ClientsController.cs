using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>Clients and their cards.</summary>
[ApiController, Route("/api/clients"), Authorize(Policies.OwnerOrAdmin)]
public sealed class ClientsController(ClientBook book) : ControllerBase
{
    /// <summary>Lists clients by name, their phones in short form.</summary>
    [HttpGet]
    [Refuses(400, "invalid_limit", "invalid_cursor")]
    public async Task<ActionResult<ListAnswer<ClientSummary>>> ListAsync(
        [Range(1, Lists.MaxLimit)] int limit = Lists.DefaultLimit, string? cursor = null, CancellationToken cancellationToken = default)
    {
        if (!Cursors.TryRead(cursor, out Guid? after)
            || await book.ListAsync(User.ToActor(), after, limit, cancellationToken) is not { } page)
        {
            return Problems.InvalidCursor();
        }

        return new ListAnswer<ClientSummary>(page.Items, page.HasMore ? Cursors.Of(page.Items[^1].Id) : null);
    }

    /// <summary>Takes on a client. Somebody who has written from one of the phones becomes that client, with their conversations.</summary>
    [HttpPost]
    [ProducesResponseType<ClientSummary>(201)]
    [Refuses(400, "invalid_phone")]
    [Refuses(409, "phone_taken", "phone_is_ours", "phone_in_use")]
    public async Task<ActionResult<ClientSummary>> RegisterAsync(ClientRequest request, CancellationToken cancellationToken) =>
        request.TryRead(out var entry, out var refusal)
            ? await AnswerAsync(await book.RegisterAsync(User.ToActor(), entry, cancellationToken), StatusCodes.Status201Created, cancellationToken)
            : refusal;

    /// <summary>Shows a client's card with whole phone numbers, which is audited.</summary>
    [HttpGet("{id:guid}")]
    public async Task<ActionResult<ClientCardAnswer>> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await book.RevealAsync(User.ToActor(), id, cancellationToken) is { } card ? ClientCardAnswer.Of(card) : Problems.NotFound();

    /// <summary>Writes a client's card anew: what is left out is taken off it.</summary>
    [HttpPut("{id:guid}")]
    [Refuses(400, "invalid_phone")]
    [Refuses(409, "phone_taken", "phone_is_ours", "phone_in_use", "not_a_client", "client_merged")]
    public async Task<ActionResult<ClientSummary>> ChangeAsync(Guid id, ClientRequest request, CancellationToken cancellationToken) =>
        request.TryRead(out var entry, out var refusal)
            ? await AnswerAsync(await book.ChangeAsync(User.ToActor(), id, entry, cancellationToken), StatusCodes.Status200OK, cancellationToken)
            : refusal;

    private async Task<ActionResult<ClientSummary>> AnswerAsync(ClientRecording recording, int status, CancellationToken cancellationToken) => recording switch
    {
        ClientRecording.Recorded recorded => StatusCode(status, await book.FindAsync(User.ToActor(), recorded.ClientId, cancellationToken)),
        ClientRecording.NotFound => Problems.NotFound(),
        ClientRecording.NotAClient => Problems.Conflict("not_a_client", "A service or a member of the staff has no card."),
        ClientRecording.MergedAway merged => Problems.Conflict(
            "client_merged", "This card was merged into another client's. Change that one.", ("intoClientId", merged.IntoClientId)),
        ClientRecording.PhoneTaken taken => Problems.Conflict(
            "phone_taken", "One of these phones is on another client's card.", ("index", taken.Index)),
        ClientRecording.PhoneIsOurs ours => Problems.Conflict(
            "phone_is_ours", "One of these phones is a number of the business itself.", ("index", ours.Index)),
        ClientRecording.PhoneInUse => Problems.Conflict(
            "phone_in_use", "A message to a phone that you left out is still on its way. Try again once it has arrived."),
        _ => throw new UnreachableException($"No answer for {recording.GetType().Name}."),
    };
}
