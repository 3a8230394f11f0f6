namespace SnoutOS.Web.Twilio;

/// <summary>
/// What the configuration says about Twilio: options (null when the whole group is absent), the base of links in
/// texts, and every problem as one sentence that names its key and never repeats its value.
/// </summary>
public sealed record TwilioConfiguration(TwilioOptions? Options, Uri? PublicBaseUrl, IReadOnlyList<string> Problems)
{
    public const string AccountSid = "TWILIO_ACCOUNT_SID";
    public const string AuthToken = "TWILIO_AUTH_TOKEN";
    public const string WebhookUrl = "TWILIO_WEBHOOK_URL";
    public const string WebhookAuthToken = "TWILIO_WEBHOOK_AUTH_TOKEN";
    public const string ProxyServiceSid = "TWILIO_PROXY_SERVICE_SID";
    public const string KeywordReplies = "TWILIO_KEYWORD_REPLIES";
    public const string ApiBaseUrl = "TWILIO_API_BASE_URL";

    private static readonly string[] Required = [AccountSid, AuthToken, WebhookUrl];

    public static TwilioConfiguration Read(IConfiguration configuration)
    {
        var reader = new ConfigurationReader(configuration);
        var publicBaseUrl = reader.Url("PUBLIC_BASE_URL", UrlRule.Link) ?? reader.Url("WEBHOOK_BASE_URL", UrlRule.Link);
        var options = ReadOptions(reader);
        return new TwilioConfiguration(reader.Problems.Count == 0 ? options : null, publicBaseUrl, reader.Problems);
    }

    private static TwilioOptions? ReadOptions(ConfigurationReader reader)
    {
        var wanted = reader.AnyOf([.. Required, WebhookAuthToken]);
        if (wanted)
        {
            reader.Demand(Required);
        }

        var options = new TwilioOptions
        {
            AccountSid = reader.Sid(AccountSid, "AC") ?? "",
            AuthToken = reader.Secret(AuthToken) ?? "",
            WebhookUrl = reader.Url(WebhookUrl, UrlRule.Webhook)?.OriginalString ?? "",
            WebhookAuthTokens = reader.Secrets(WebhookAuthToken),
            ProxyServiceSid = reader.Sid(ProxyServiceSid, "KS"),
            KeywordReplies = reader.Choice<KeywordReplies>(KeywordReplies),
            ApiBaseUrl = reader.Url(ApiBaseUrl, UrlRule.Api) ?? TwilioOptions.TwilioApi,
        };
        return wanted ? options : null;
    }
}
