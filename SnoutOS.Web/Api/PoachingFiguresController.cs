using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Policing.Figures;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>What was held back, masked and flagged, and what became of it: counts alone.</summary>
[ApiController, Route("/api/anti-poaching/figures"), Authorize(Policies.OwnerOrAdmin)]
public sealed class PoachingFiguresController(PoachingFigures figures) : ControllerBase
{
    /// <summary>Counts the last weeks by week, type and sitter, with the measured rate of false alarms and whether there is a spike.</summary>
    /// <param name="weeks">How many weeks, the running one included; they begin on Monday by the business's clock.</param>
    /// <param name="sitter">Only what this sitter wrote.</param>
    /// <param name="type">Only messages with a finding of this type, such as <c>phone_number</c>.</param>
    [HttpGet]
    [Refuses(400, "invalid_weeks", "invalid_sitter", "invalid_type")]
    public async Task<ActionResult<FiguresReport>> GetAsync(
        [Range(1, FiguresFilter.MostWeeks)] int weeks = FiguresFilter.UsualWeeks,
        Guid? sitter = null,
        string? type = null,
        CancellationToken cancellationToken = default)
    {
        if (!FiguresFilter.TryReadType(type, out var only))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "invalid_type", "There is no such type of finding.");
        }

        return await figures.ReadAsync(User.ToActor(), new FiguresFilter(weeks, sitter, only), cancellationToken);
    }
}
