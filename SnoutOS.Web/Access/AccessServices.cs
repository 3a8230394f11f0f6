using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;
using SnoutOS.Web.Api;
using SnoutOS.Web.Configuration;

namespace SnoutOS.Web.Access;

/// <summary>Who may come in and what they may do.</summary>
public static class AccessServices
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddSnoutIdentity();
        builder.AddSignIn();
        builder.Services.AddSnoutPolicies();
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<NetworkConfiguration>(TrustKnownProxies);
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
    }

    /// <summary>Before everything else: how a request came to us, and what goes with every answer, refusals included.</summary>
    public static void UseDoor(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders(SecurityHeaders.Policies);
        app.UseNoStore();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();

            // A client that sends a token in the clear must notice; a redirect would hide it.
            app.UseWhen(context => SecurityHeaders.IsPage(context.Request), pages => pages.UseHttpsRedirection());
        }

        app.UseOwnOrigin();
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<MessagingGate>();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapAccess(this WebApplication app) => app.MapPost("/logout", SignOutAsync).AllowAnonymous();

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, BrowserSignIn browsers)
    {
        // Whoever is signed out already has nothing that a forged request could end.
        if (context.User.FindActor() is not null && !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await browsers.SignOutAsync(context);
        return Results.LocalRedirect("/login");
    }

    private static void TrustKnownProxies(ForwardedHeadersOptions options, NetworkConfiguration network)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in network.KnownProxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }

        // With no proxy listed, nobody's word is taken.
        options.ForwardedHeaders = network.KnownProxies.Count > 0
            ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost
            : ForwardedHeaders.None;
    }
}
