using Microsoft.AspNetCore.Components.Authorization;
using SnoutOS.Domain.Access;

namespace SnoutOS.Web.Access;

/// <summary>
/// Who is signed in, in a request and in a circuit alike. A circuit has its own state, checked again every half
/// minute; the request that opened it is long answered and must not be asked.
/// </summary>
public sealed class CurrentUser(IHttpContextAccessor requests, AuthenticationStateProvider circuit)
{
    private const string CircuitPath = "/_blazor";

    public async Task<Actor?> FindAsync() =>
        requests.HttpContext is { } request && !request.Request.Path.StartsWithSegments(CircuitPath, StringComparison.Ordinal)
            ? request.User.FindActor()
            : (await circuit.GetAuthenticationStateAsync()).User.FindActor();

    /// <exception cref="InvalidOperationException">Nobody is signed in; pages behind a policy never see it.</exception>
    public async Task<Actor> GetAsync() => await FindAsync() ?? throw new InvalidOperationException("Nobody is signed in here.");
}
