using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Net.Http.Headers;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Api;

namespace SnoutOS.Web.Access;

/// <summary>Signs browsers in and out, and asks on each request whether their session still counts.</summary>
public sealed class BrowserSignIn(SignInSessions sessions) : CookieAuthenticationEvents
{
    public async Task SignInAsync(HttpContext context, User user)
    {
        var browser = BrowserName.Of(context.Request.Headers.UserAgent.ToString());
        var session = await sessions.BeginAsync(user, browser, context.RequestAborted);
        await context.SignInAsync(AccessSchemes.Cookie, PrincipalOf(user.ToActor(), session, user.SecurityStamp ?? ""));
    }

    public async Task SignOutAsync(HttpContext context)
    {
        if (context.User.FindActor() is { } actor && context.User.FindId(SnoutClaims.SessionId) is { } session)
        {
            await sessions.EndAsync(actor, session, context.RequestAborted);
        }

        await context.SignOutAsync(AccessSchemes.Cookie);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal;
        var session = principal?.FindId(SnoutClaims.SessionId);
        var stamp = principal?.FindFirstValue(SnoutClaims.Stamp) ?? "";
        var credential = session is null
            ? null
            : await sessions.CheckAsync(session.Value, stamp, inUse: true, context.HttpContext.RequestAborted);
        if (credential is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(AccessSchemes.Cookie);
            return;
        }

        // The user as they are now, so that a new role or name holds from the next request on.
        context.ReplacePrincipal(PrincipalOf(credential.Actor, credential.Id, stamp));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        RedirectPagesOnly(context, StatusCodes.Status401Unauthorized, base.RedirectToLogin);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        RedirectPagesOnly(context, StatusCodes.Status403Forbidden, base.RedirectToAccessDenied);

    private static Task RedirectPagesOnly(
        RedirectContext<CookieAuthenticationOptions> context,
        int status,
        Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect)
    {
        if (!context.Request.IsApi())
        {
            return redirect(context);
        }

        context.Response.StatusCode = status;
        context.Response.Headers.Append(HeaderNames.WWWAuthenticate, AccessSchemes.Bearer);
        return Task.CompletedTask;
    }

    private static ClaimsPrincipal PrincipalOf(Domain.Access.Actor actor, Guid session, string stamp) => SnoutClaims.Principal(
        actor,
        AccessSchemes.Cookie,
        new Claim(SnoutClaims.SessionId, session.ToString()),
        new Claim(SnoutClaims.Stamp, stamp),
        new Claim(SnoutClaims.Scope, Scopes.Everything));
}
