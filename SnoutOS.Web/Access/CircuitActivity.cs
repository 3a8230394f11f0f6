using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SnoutOS.Web.Access;

/// <summary>Somebody who clicks and types in an open page is not idle, though no request tells so.</summary>
public sealed class CircuitActivity(SignInSessions sessions, AuthenticationStateProvider authentication) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            await NoteAsync();
            await next(context);
        };

    private async Task NoteAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        if (user.FindId(SnoutClaims.SessionId) is { } session)
        {
            await sessions.CheckAsync(session, user.FindFirstValue(SnoutClaims.Stamp) ?? "", inUse: true, CancellationToken.None);
        }
    }
}
