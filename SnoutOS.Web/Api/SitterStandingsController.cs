using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>What a sitter may do at present: write, sign in, or nothing.</summary>
[ApiController, Route("/api/sitters/{id:guid}"), Authorize(Policies.OwnerOrAdmin)]
public sealed class SitterStandingsController(SitterStandings standings, SitterAccounts accounts, SitterBook book) : ControllerBase
{
    /// <summary>Locks a sitter's messaging; what comes for them goes to the owner.</summary>
    [HttpPost("lock")]
    [Refuses(400, "reason_required")]
    [Refuses(409, "sitter_offboarded")]
    public Task<ActionResult<SitterAnswer>> LockAsync(Guid id, ReasonRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(request, reason => standings.LockAsync(User.ToActor(), id, reason, cancellationToken), cancellationToken);

    /// <summary>Lets a locked sitter write again.</summary>
    [HttpPost("unlock")]
    [Refuses(400, "reason_required")]
    [Refuses(409, "sitter_offboarded")]
    public Task<ActionResult<SitterAnswer>> UnlockAsync(Guid id, ReasonRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(request, reason => standings.UnlockAsync(User.ToActor(), id, reason, cancellationToken), cancellationToken);

    /// <summary>The sitter leaves: account locked out, number at rest, unfinished visits handed over or left without a sitter.</summary>
    [HttpPost("offboard")]
    [Refuses(400, "reason_required")]
    [Refuses(409, "sitter_offboarded", "successor_unavailable")]
    public Task<ActionResult<SitterAnswer>> OffboardAsync(Guid id, OffboardingRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(request, reason => accounts.OffboardAsync(User.ToActor(), id, reason, request.HandOverTo, cancellationToken), cancellationToken);

    /// <summary>A sitter who left comes back, to the number they had if it still rests.</summary>
    [HttpPost("rehire")]
    [Refuses(409, "sitter_not_offboarded")]
    public async Task<ActionResult<SitterAnswer>> RehireAsync(
        Guid id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] ReasonRequest? request, CancellationToken cancellationToken) =>
        await AnswerAsync(await accounts.RehireAsync(User.ToActor(), id, request?.Reason?.Trim() ?? "", cancellationToken), cancellationToken);

    private async Task<ActionResult<SitterAnswer>> ChangeAsync(
        ReasonRequest request, Func<string, Task<StandingChange>> change, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(request.Reason)
            ? Problems.ReasonRequired()
            : await AnswerAsync(await change(request.Reason.Trim()), cancellationToken);

    private async Task<ActionResult<SitterAnswer>> AnswerAsync(StandingChange change, CancellationToken cancellationToken) =>
        change is StandingChange.Changed { SitterId: var id } && await book.FindAsync(User.ToActor(), id, cancellationToken) is { } sitter
            ? SitterAnswer.Of(sitter)
            : SitterRefusals.Of(change);
}
