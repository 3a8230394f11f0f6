using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>Sitters and their cards.</summary>
[ApiController, Route("/api/sitters"), Authorize(Policies.OwnerOrAdmin)]
public sealed class SittersController(SitterBook book, SitterAccounts accounts) : ControllerBase
{
    /// <summary>Lists sitters by name, those who left included.</summary>
    [HttpGet]
    [Refuses(400, "invalid_limit", "invalid_cursor")]
    public async Task<ActionResult<ListAnswer<SitterAnswer>>> ListAsync(
        [Range(1, Lists.MaxLimit)] int limit = Lists.DefaultLimit, string? cursor = null, CancellationToken cancellationToken = default)
    {
        if (!Cursors.TryRead(cursor, out Guid? after)
            || await book.ListAsync(User.ToActor(), after, limit, cancellationToken) is not { } page)
        {
            return Problems.InvalidCursor();
        }

        return new ListAnswer<SitterAnswer>([.. page.Items.Select(SitterAnswer.Of)], page.HasMore ? Cursors.Of(page.Items[^1].Id) : null);
    }

    /// <summary>Takes on a sitter, with an account if there is a password, and with a number of the business if one is named.</summary>
    [HttpPost]
    [ProducesResponseType<SitterAnswer>(201)]
    [Refuses(400, "invalid_phone", "account_refused")]
    [Refuses(409, "email_taken", "phone_is_ours", "phone_is_a_clients", "number_cooling_down", "number_pool_only", "number_is_a_sitters", "number_has_leases", "front_desk_needs_successor")]
    public async Task<ActionResult<SitterAnswer>> HireAsync(SitterRequest request, CancellationToken cancellationToken) =>
        request.TryRead(out var entry, out var refusal)
            ? await AnswerAsync(await accounts.HireAsync(User.ToActor(), entry, request.Password, cancellationToken), StatusCodes.Status201Created, cancellationToken)
            : refusal;

    /// <summary>Shows a sitter's card with the whole personal phone, which is audited.</summary>
    [HttpGet("{id:guid}")]
    public async Task<ActionResult<SitterCardAnswer>> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await book.RevealAsync(User.ToActor(), id, cancellationToken) is { } card ? SitterCardAnswer.Of(card) : Problems.NotFound();

    /// <summary>Writes name and phone anew: a phone that is left out is taken off the card. A password lets a sitter sign in who could not.</summary>
    [HttpPut("{id:guid}")]
    [Refuses(400, "invalid_phone", "account_refused")]
    [Refuses(409, "phone_is_ours", "phone_is_a_clients", "has_account")]
    public async Task<ActionResult<SitterAnswer>> ChangeAsync(Guid id, SitterChangeRequest request, CancellationToken cancellationToken) =>
        request.TryRead(out var phone, out var refusal)
            ? await AnswerAsync(
                await accounts.ChangeAsync(User.ToActor(), id, request.Name!.Trim(), phone, request.Password, cancellationToken),
                StatusCodes.Status200OK,
                cancellationToken)
            : refusal;

    private async Task<ActionResult<SitterAnswer>> AnswerAsync(SitterRecording recording, int status, CancellationToken cancellationToken) =>
        recording is SitterRecording.Recorded { SitterId: var id } && await book.FindAsync(User.ToActor(), id, cancellationToken) is { } sitter
            ? StatusCode(status, SitterAnswer.Of(sitter))
            : SitterRefusals.Of(recording);
}
