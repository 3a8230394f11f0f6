using SnoutOS.Web.Simulator.Carrier;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Web.Simulator;

/// <summary>
/// The settings under which the simulated carrier is the product's provider: an account that only it knows, its
/// address as Twilio's, and this very process as the webhook. The product reads them as it reads any others.
/// </summary>
internal static class SimulatorDefaults
{
    public const string CarrierPath = "/simulator/carrier";

    private const string WebhookPath = "/api/messages/webhook/twilio";
    private const string AccountSid = "AC51ea01d0c0ffee51ea01d0c0ffee51ea";
    private const string AuthToken = "the-phones-are-made-of-pixels";
    private const string DefaultAddress = "http://localhost:5000";

    private static readonly string[] Credentials =
    [
        TwilioConfiguration.AccountSid,
        TwilioConfiguration.AuthToken,
        TwilioConfiguration.WebhookUrl,
        TwilioConfiguration.WebhookAuthToken,
    ];

    /// <summary>Whether somebody has configured an account, in part or whole.</summary>
    public static bool HasAccount(IConfiguration configuration) =>
        Credentials.Any(key => !string.IsNullOrWhiteSpace(configuration[key]));

    public static Dictionary<string, string?> For(IConfiguration configuration)
    {
        var origin = OriginOf(configuration);
        return new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            [TwilioConfiguration.AccountSid] = AccountSid,
            [TwilioConfiguration.AuthToken] = AuthToken,
            [TwilioConfiguration.WebhookUrl] = origin + WebhookPath,
            [TwilioConfiguration.ApiBaseUrl] = origin + CarrierPath,
        };
    }

    /// <summary>The carrier that the product is configured with; null when that is somebody else.</summary>
    public static CarrierOptions? CarrierOf(TwilioOptions? options) =>
        options is not null && options.ApiBaseUrl.IsLoopback && options.ApiBaseUrl.AbsolutePath == CarrierPath
            ? new CarrierOptions
            {
                AccountSid = options.AccountSid,
                AuthToken = options.SignatureKeys[0],
                WebhookUrl = options.WebhookUrl,
                ApiUrl = options.ApiBaseUrl.AbsoluteUri.TrimEnd('/'),
            }
            : null;

    /// <summary>Where this process will listen, as something on the same machine can call it.</summary>
    private static string OriginOf(IConfiguration configuration)
    {
        var addresses = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var address = addresses.FirstOrDefault(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            ?? addresses.FirstOrDefault()
            ?? (configuration["http_ports"]?.Split(';')[0] is { Length: > 0 } port ? $"http://*:{port}" : DefaultAddress);
        var binding = BindingAddress.Parse(address);
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : binding.Host;
        return $"{binding.Scheme}://{host}:{binding.Port}";
    }
}
