using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;

namespace SnoutOS.Web.Access;

internal static class SignInServices
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<CredentialCache>();
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<PasswordChange>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<SignInSessions>();
        services.AddSingleton<BrowserSignIn>();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();
        services.AddScoped<CircuitHandler, CircuitActivity>();
        services.AddCascadingAuthenticationState();
        services.AddDataProtection().SetApplicationName("SnoutOS");
        services.AddAuthentication(AccessSchemes.Either)
            .AddPolicyScheme(AccessSchemes.Either, null, options => options.ForwardDefaultSelector =
                context => AccessSchemes.For(context.Request))
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(AccessSchemes.Bearer, null)
            .AddCookie(AccessSchemes.Cookie, options => Configure(options, builder.Environment));
        services.AddAntiforgery(options => Harden(options.Cookie, "xsrf", SameSiteMode.Strict, builder.Environment));
    }

    private static void Configure(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        Harden(options.Cookie, "snout", SameSiteMode.Lax, environment);
        options.LoginPath = "/login";
        options.AccessDeniedPath = "/denied";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = SignInSessions.Longest;
        options.SlidingExpiration = false;
        options.EventsType = typeof(BrowserSignIn);
    }

    /// <summary>
    /// The __Host- prefix makes browsers insist on https, this host alone and the whole site. Development is plain
    /// http, where browsers would refuse such a cookie.
    /// </summary>
    private static void Harden(CookieBuilder cookie, string name, SameSiteMode sameSite, IHostEnvironment environment)
    {
        var plain = environment.IsDevelopment();
        cookie.Name = plain ? name : $"__Host-{name}";
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = plain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
