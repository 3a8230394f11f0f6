using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Access;

/// <summary>Who this page or circuit belongs to, as the sign-in says.</summary>
public sealed class CurrentUser(AuthenticationStateProvider authentication)
{
    public async Task<Actor?> FindAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return Guid.TryParse(user.FindFirstValue("sub"), out var userId)
            && Guid.TryParse(user.FindFirstValue("org"), out var organizationId)
            && Enum.TryParse<Role>(user.FindFirstValue("role"), ignoreCase: true, out var role)
            ? new Actor(organizationId, userId, user.FindFirstValue("name") ?? "", role)
            : null;
    }

    public async Task<Actor> GetAsync() =>
        await FindAsync() ?? throw new InvalidOperationException("Nobody is signed in here.");
}
