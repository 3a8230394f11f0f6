using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Rollout;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>The organization's switches of the rollout.</summary>
[ApiController, Route("/api/flags")]
public sealed class FlagsController(MessagingFlags flags) : ControllerBase
{
    private const int LongestReason = 500;

    /// <param name="Flags">By name; null takes the organization's word back.</param>
    /// <param name="Reason">Kept in the audit log.</param>
    public sealed record FlagsRequest([Required] IReadOnlyDictionary<string, FlagWord?>? Flags, [StringLength(LongestReason)] string? Reason);

    /// <summary>Shows what the deployment says, what the organization says, and what follows.</summary>
    [HttpGet, Authorize(Policies.OwnerOrAdmin)]
    public async Task<IReadOnlyDictionary<string, FlagReport>> GetAsync(CancellationToken cancellationToken) =>
        FlagReport.Of(await flags.OfAsync(User.ToActor().OrganizationId, cancellationToken));

    /// <summary>Switches for the organization, at once and audited.</summary>
    [HttpPut, Authorize(Policies.Admin)]
    [Refuses(400, "unknown_flag", "reason_required")]
    public async Task<ActionResult<IReadOnlyDictionary<string, FlagReport>>> ChangeAsync(FlagsRequest request, CancellationToken cancellationToken)
    {
        if (request.Flags!.Keys.FirstOrDefault(name => FlagNames.Find(name) is null) is not null)
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest, "unknown_flag", "There is no such flag.", ("known", Enum.GetValues<Flag>().Select(FlagNames.Of)));
        }

        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return Problems.ReasonRequired();
        }

        var changes = request.Flags.ToDictionary(change => FlagNames.Find(change.Key)!.Value, change => On(change.Value));
        await flags.SetOrganizationAsync(User.ToActor(), changes, request.Reason.Trim(), cancellationToken);
        return Ok(await GetAsync(cancellationToken));
    }

    private static bool? On(FlagWord? word) => word switch
    {
        FlagWord.On => true,
        FlagWord.Off => false,
        null => null,
    };
}
