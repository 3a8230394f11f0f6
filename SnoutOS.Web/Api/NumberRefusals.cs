using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Api;

/// <summary>How the API says that a number cannot become what was asked for.</summary>
internal static class NumberRefusals
{
    public static ObjectResult Of(NumberChange change) => change switch
    {
        NumberChange.Changed or NumberChange.NotFound or NumberChange.SitterNotFound => Problems.NotFound(),
        NumberChange.SitterMismatch => Problems.Of(
            StatusCodes.Status400BadRequest, "sitter_mismatch", "A sitter number names its sitter, and no other number does."),
        NumberChange.SitterOffboarded => Problems.Conflict("sitter_offboarded", "This sitter has left."),
        NumberChange.SitterHasNumber => Problems.Conflict("sitter_has_number", "This sitter has an active number."),
        NumberChange.CoolingDown cooling => Problems.Conflict(
            "number_cooling_down", "This number rests; until then only the sitter who had it may have it back.", ("coolsUntil", cooling.Until)),
        NumberChange.PoolOnly => Problems.Conflict("number_pool_only", "A sitter had this number once: it may join the pool and become nothing else."),
        NumberChange.BelongsToSitter => Problems.Conflict("number_is_a_sitters", "This is a sitter's number. Release it first: it then rests."),
        NumberChange.HasLeases held => Problems.Conflict("number_has_leases", "Clients hold this number. It can change once their leases have ended.", ("leases", held.Leases)),
        NumberChange.SeenBySitters => Problems.Conflict(
            "number_seen_by_sitters", "Sitters have seen conversations on this number, so it cannot become the front desk."),
        NumberChange.NeedsSuccessor => Problems.Conflict(
            "front_desk_needs_successor", "This is the front desk. Make another number the front desk, and this one makes way."),
        _ => throw new UnreachableException($"No answer for {change.GetType().Name}."),
    };
}
