using System.Security.Claims;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Access;

/// <summary>What a cookie or a token says about who is signed in, under short names.</summary>
public static class SnoutClaims
{
    public const string UserId = "sub";
    public const string OrganizationId = "org";
    public const string Name = "name";
    public const string Role = "role";

    /// <summary>The browser's session; cookies only.</summary>
    public const string SessionId = "sid";

    /// <summary>The user's security stamp when the session began; cookies only.</summary>
    public const string Stamp = "stamp";

    /// <summary>What the credential may be used for; <see cref="Scopes.Everything"/> for a browser.</summary>
    public const string Scope = "scope";

    /// <summary>The token; bearer only.</summary>
    public const string TokenId = "tid";

    public static ClaimsPrincipal Principal(Actor actor, string scheme, params Claim[] more) => new(new ClaimsIdentity(
        [
            new(UserId, actor.UserId.ToString()),
            new(OrganizationId, actor.OrganizationId.ToString()),
            new(Name, actor.Name),
            new(Role, NameOf(actor.Role)),
            .. more,
        ],
        scheme,
        Name,
        Role));

    public static string NameOf(Role role) => role switch
    {
        Domain.Organizations.Role.Owner => "owner",
        Domain.Organizations.Role.Admin => "admin",
        Domain.Organizations.Role.Sitter => "sitter",
    };

    /// <summary>Who is acting, or null for somebody who is not signed in.</summary>
    public static Actor? FindActor(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true }
        && Guid.TryParse(principal.FindFirstValue(OrganizationId), out var organizationId)
        && Guid.TryParse(principal.FindFirstValue(UserId), out var userId)
        && Enum.TryParse<Role>(principal.FindFirstValue(Role), ignoreCase: true, out var role)
            ? new Actor(organizationId, userId, principal.FindFirstValue(Name) ?? "", role)
            : null;

    /// <summary>Who is acting, where a policy has let only signed-in people through.</summary>
    public static Actor ToActor(this ClaimsPrincipal principal) =>
        principal.FindActor() ?? throw new InvalidOperationException("Nobody is signed in here.");

    public static Actor ToActor(this User user) => new(user.OrganizationId, user.Id, user.Name, user.Role);

    public static Guid? FindId(this ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirstValue(claim), out var id) ? id : null;
}
