using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;
using SnoutOS.Web.Access;
using SnoutOS.Web.Configuration;

namespace SnoutOS.Web.Api;

/// <summary>
/// How often one caller may ask in a minute. The provider's webhook has no limit: a text that is turned away may never
/// come again.
/// </summary>
public static class RateLimits
{
    public const string SignIn = nameof(SignIn);
    public const string Diagnostics = nameof(Diagnostics);

    private const int SignInsPerMinute = 10;
    private const int CallsPerMinute = 300;
    private const int DiagnosticsPerMinute = 30;

    private static readonly PathString Webhook = "/api/messages/webhook";

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<NetworkConfiguration>((options, network) =>
        {
            var enabled = network.LimitsRates;
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = RefuseAsync;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                enabled && IsLimited(context.Request) ? PerMinute(CallerOf(context), CallsPerMinute) : Unlimited());
            options.AddPolicy(SignIn, context =>
                enabled && HttpMethods.IsPost(context.Request.Method) ? PerMinute(NetworkOf(context), SignInsPerMinute) : Unlimited());
            options.AddPolicy(Diagnostics, context => enabled ? PerMinute(CallerOf(context), DiagnosticsPerMinute) : Unlimited());
        });
    }

    private static bool IsLimited(HttpRequest request) =>
        request.IsApi() && !request.Path.StartsWithSegments(Webhook, StringComparison.OrdinalIgnoreCase);

    private static string CallerOf(HttpContext context) =>
        context.User.FindFirst(SnoutClaims.TokenId)?.Value ?? context.User.FindFirst(SnoutClaims.UserId)?.Value ?? NetworkOf(context);

    /// <summary>An IPv4 address, or the /64 of an IPv6 one, which is what one subscriber has.</summary>
    private static string NetworkOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => new IPAddress([.. six.GetAddressBytes()[..8], 0, 0, 0, 0, 0, 0, 0, 0]).ToString(),
        var four => four.ToString(),
    };

    private static RateLimitPartition<string> PerMinute(string caller, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        caller, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });

    private static RateLimitPartition<string> Unlimited() => RateLimitPartition.GetNoLimiter("");

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        rejected.HttpContext.Response.Headers[HeaderNames.RetryAfter] =
            Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await (rejected.HttpContext.Request.IsApi()
            ? Problems.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests)
            : rejected.HttpContext.Response.WriteAsync("Too many tries. Wait a minute, then go back and try again.", cancellationToken));
    }
}
