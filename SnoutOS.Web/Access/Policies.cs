using Microsoft.AspNetCore.Authorization;

namespace SnoutOS.Web.Access;

/// <summary>Who may use an endpoint or page. What names no policy is for signed-in people.</summary>
public static class Policies
{
    public const string SignedIn = nameof(SignedIn);
    public const string OwnerOrAdmin = nameof(OwnerOrAdmin);
    public const string Owner = nameof(Owner);
    public const string Admin = nameof(Admin);
    public const string Sitter = nameof(Sitter);

    public static void AddSnoutPolicies(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, ScopeHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, MissingEndpoints>();
        var signedIn = For();
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(signedIn)
            .SetFallbackPolicy(signedIn)
            .AddPolicy(SignedIn, signedIn)
            .AddPolicy(OwnerOrAdmin, For("owner", "admin"))
            .AddPolicy(Owner, For("owner"))
            .AddPolicy(Admin, For("admin"))
            .AddPolicy(Sitter, For("sitter"));
    }

    private static AuthorizationPolicy For(params string[] roles)
    {
        var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new ScopeRequirement());
        return (roles.Length > 0 ? policy.RequireRole(roles) : policy).Build();
    }
}

/// <summary>The credential's scope covers the endpoint.</summary>
public sealed class ScopeRequirement : IAuthorizationRequirement;

internal sealed class ScopeHandler : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        var needed = (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<ScopeAttribute>()?.Scope ?? Scopes.Everything;
        if (needed == ScopeAttribute.Any || Scopes.Grant(context.User.FindFirst(SnoutClaims.Scope)?.Value ?? "", needed))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
