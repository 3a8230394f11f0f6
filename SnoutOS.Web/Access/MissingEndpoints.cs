using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace SnoutOS.Web.Access;

/// <summary>
/// Lets the plain answers through that stand for no endpoint of ours: nothing here, wrong method, wrong content type.
/// The provider must be told 405 and 415, and a stranger who mistypes an address need not sign in to learn it.
/// </summary>
internal sealed class MissingEndpoints : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _inner = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        context.GetEndpoint() is RouteEndpoint
            ? _inner.HandleAsync(next, context, policy, authorizeResult)
            : next(context);
}
