using System.Collections.Immutable;

namespace SnoutOS.Web.Twilio;

/// <summary>Who answers STOP, START and HELP: Twilio itself, or the product where Twilio's own handling is off.</summary>
public enum KeywordReplies
{
    Provider,
    Product,
}

/// <summary>The account that texts travel through, and the address that Twilio calls.</summary>
public sealed record TwilioOptions
{
    /// <summary>Where Twilio's REST API lives unless the configuration says otherwise.</summary>
    public static readonly Uri TwilioApi = new("https://api.twilio.com");

    /// <summary>Where calls are answered, below the webhook.</summary>
    public const string Voice = "voice";

    // Read by Twilio and never sent: signatures are made without it.
    private const string Retries = "#rc=3&rp=ct,rt,5xx";

    public required string AccountSid { get; init; }

    public required string AuthToken { get; init; }

    /// <summary>The webhook's public address exactly as registered with Twilio: signatures are made over these characters.</summary>
    public required string WebhookUrl { get; init; }

    public Uri Webhook => new(WebhookUrl);

    /// <summary>The keys that replace the auth token when signatures are checked; empty when it signs itself.</summary>
    public ImmutableArray<string> WebhookAuthTokens { get; init; } = [];

    /// <summary>A Proxy service of an old account. Shown as configured; masking is our own.</summary>
    public string? ProxyServiceSid { get; init; }

    public KeywordReplies KeywordReplies { get; init; }

    public Uri ApiBaseUrl { get; init; } = TwilioApi;

    /// <summary>How many messages one page of a listing holds, 1 to 1,000.</summary>
    public int PageSize { get; init; } = 200;

    /// <summary>The keys a signature may be made with, tried all of them.</summary>
    public ImmutableArray<string> SignatureKeys => WebhookAuthTokens is [] ? [AuthToken] : WebhookAuthTokens;

    /// <summary>Where Twilio reports on one message. Our own id is in the path, so that it is covered by the signature.</summary>
    public string StatusCallbackUrl(Guid messageId) => UrlUnder($"status/{messageId}");

    /// <summary>An address below the webhook's, which signatures of requests to it are made over.</summary>
    public string UrlUnder(string path) => $"{WebhookUrl.TrimEnd('/')}/{path}";

    /// <summary>What our numbers' texts are registered with: more tries than Twilio makes by itself, also after a 5xx or a time-out.</summary>
    public string SmsUrl => WebhookUrl + Retries;

    /// <summary>The same for calls.</summary>
    public string VoiceUrl => UrlUnder(Voice) + Retries;

    internal string ApiRoot => ApiBaseUrl.AbsoluteUri.TrimEnd('/');

    internal string AccountPath => $"/2010-04-01/Accounts/{AccountSid}";

    // A record would print its secrets.
    public override string ToString() => nameof(TwilioOptions);
}
