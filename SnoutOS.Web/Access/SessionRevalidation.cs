using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace SnoutOS.Web.Access;

/// <summary>Looks every half minute whether an open circuit's session still counts, and signs the circuit out if not.</summary>
public sealed class SessionRevalidation(ILoggerFactory loggerFactory, SignInSessions sessions)
    : RevalidatingServerAuthenticationStateProvider(loggerFactory)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var user = authenticationState.User;
        if (user.FindId(SnoutClaims.SessionId) is not { } session)
        {
            return false;
        }

        var stamp = user.FindFirstValue(SnoutClaims.Stamp) ?? "";
        var credential = await sessions.CheckAsync(session, stamp, inUse: false, cancellationToken);

        // A changed role or name asks for a fresh page rather than for a circuit that half knows.
        return credential is not null && credential.Actor == user.FindActor();
    }
}
