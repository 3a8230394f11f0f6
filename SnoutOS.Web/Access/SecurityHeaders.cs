using Microsoft.Extensions.Primitives;
using SnoutOS.Web.Api;

namespace SnoutOS.Web.Access;

/// <summary>What every answer tells the browser to keep out: foreign scripts and frames, sniffing, caches.</summary>
public static class SecurityHeaders
{
    private static readonly string[] Machines = ["/health", "/metrics"];

    public static bool IsPage(HttpRequest request) =>
        !request.IsApi() && !Machines.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    public static HeaderPolicyCollection Policies => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddContentSecurityPolicy(AddContentPolicy)
        .AddPermissionsPolicy(policy =>
        {
            policy.AddDefaultSecureDirectives();

            // The defaults would forbid passkeys.
            policy.AddPublickeyCredentialsGet().Self();
            policy.AddPublickeyCredentialsCreate().Self();
        });

    /// <summary>
    /// Rows of business data are nobody's to keep, so an answer that says nothing of caching is not stored. Static
    /// files and attachments say so themselves.
    /// </summary>
    public static void UseNoStore(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (StringValues.IsNullOrEmpty(context.Response.Headers.CacheControl))
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>MudBlazor styles its elements inline; scripts come from us alone, the import map by its nonce.</summary>
    private static void AddContentPolicy(CspBuilder policy)
    {
        policy.AddDefaultSrc().Self();
        policy.AddScriptSrc().Self().WithNonce();
        policy.AddStyleSrc().Self().UnsafeInline();
        policy.AddImgSrc().Self().Data();
        policy.AddFontSrc().Self();
        policy.AddConnectSrc().Self();
        policy.AddObjectSrc().None();
        policy.AddBaseUri().Self();
        policy.AddFormAction().Self();
        policy.AddFrameAncestors().None();
    }
}
