using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

[ApiController, Route("/api/me"), Scope(ScopeAttribute.Any)]
public sealed class MeController(SnoutDb database) : ControllerBase
{
    public sealed record OrganizationAnswer(Guid Id, string Name, string TimeZone);

    /// <param name="SitterId">The caller as a sitter; null for owners and admins.</param>
    public sealed record MeAnswer(
        Guid Id, string Email, string Name, Role Role, Guid? SitterId, OrganizationAnswer Organization, IReadOnlyList<string> Scopes);

    /// <summary>Who the caller is.</summary>
    [HttpGet]
    public async Task<MeAnswer> GetAsync(CancellationToken cancellationToken)
    {
        var actor = User.ToActor();
        await using var db = database.ForOrganization(actor.OrganizationId);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellationToken);
        var user = await db.Users.AsNoTracking().SingleAsync(user => user.Id == actor.UserId, cancellationToken);
        var sitter = await db.Sitters.Where(sitter => sitter.UserId == actor.UserId).Select(sitter => (Guid?)sitter.Id).SingleOrDefaultAsync(cancellationToken);
        return new MeAnswer(
            user.Id,
            user.Email ?? "",
            user.Name,
            user.Role,
            sitter,
            new OrganizationAnswer(organization.Id, organization.Name, organization.TimeZoneId),
            (User.FindFirst(SnoutClaims.Scope)?.Value ?? "").Split(' '));
    }
}
