using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SnoutOS.Domain.Diagnostics;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>How messaging is doing: read before the first flag is set, while rolling out, and after a rollback.</summary>
[ApiController, Route("/api/messages/diagnostics"), AnswersWhileOff]
[Authorize(Policies.OwnerOrAdmin), Scope(Scopes.ReadDiagnostics), EnableRateLimiting(RateLimits.Diagnostics)]
public sealed class DiagnosticsController(MessagingDiagnostics diagnostics) : ControllerBase
{
    private const int DefaultHours = 24;

    /// <summary>Counts threads, routing, webhooks and the outbox of the organization, and shows its flags.</summary>
    /// <param name="hours">How far back to count.</param>
    [HttpGet]
    [Refuses(400, "invalid_hours")]
    public Task<MessagingReport> GetAsync(
        [Range(1, MessagingDiagnostics.MaxHours)] int hours = DefaultHours, CancellationToken cancellationToken = default) =>
        diagnostics.ReportAsync(User.ToActor(), hours, cancellationToken);
}
