using Microsoft.Extensions.Configuration;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Twilio;

public sealed class TwilioConfigurationTests
{
    private const string Account = "AC00000000000000000000000000000001";

    private static readonly Dictionary<string, string?> Good = new(StringComparer.Ordinal)
    {
        [TwilioConfiguration.AccountSid] = Account,
        [TwilioConfiguration.AuthToken] = "s3cret-token",
        [TwilioConfiguration.WebhookUrl] = "https://pets.example.com/api/messages/webhook/twilio",
    };

    [Fact]
    public void The_three_that_are_needed_are_enough()
    {
        var options = Read(Good).Options!;
        Assert.Equal((Account, "s3cret-token", KeywordReplies.Provider), (options.AccountSid, options.AuthToken, options.KeywordReplies));
        Assert.Equal("https://pets.example.com/api/messages/webhook/twilio", options.WebhookUrl);
        Assert.Equal("https://api.twilio.com/", options.ApiBaseUrl.AbsoluteUri);
        Assert.Equal(["s3cret-token"], options.SignatureKeys);
    }

    [Fact]
    public void Everything_can_be_said()
    {
        var read = Read(With(
            (TwilioConfiguration.WebhookAuthToken, "one,two"),
            (TwilioConfiguration.ProxyServiceSid, "KS0123456789abcdef0123456789abcdef"),
            (TwilioConfiguration.KeywordReplies, "product"),
            (TwilioConfiguration.ApiBaseUrl, "http://127.0.0.1:4010/simulator"),
            ("PUBLIC_BASE_URL", "https://pets.example.com")));

        Assert.Empty(read.Problems);
        Assert.Equal(["one", "two"], read.Options!.SignatureKeys);
        Assert.Equal("KS0123456789abcdef0123456789abcdef", read.Options.ProxyServiceSid);
        Assert.Equal(KeywordReplies.Product, read.Options.KeywordReplies);
        Assert.Equal("http://127.0.0.1:4010/simulator", read.Options.ApiBaseUrl.AbsoluteUri);
        Assert.Equal("https://pets.example.com/", read.PublicBaseUrl!.AbsoluteUri);
    }

    [Fact]
    public void Nothing_said_is_no_problem_and_no_provider()
    {
        var read = Read(new(StringComparer.Ordinal));
        Assert.Null(read.Options);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void The_older_name_of_the_base_address_serves_too() =>
        Assert.Equal("http://pets.local/", Read(new(StringComparer.Ordinal) { ["WEBHOOK_BASE_URL"] = "http://pets.local" }).PublicBaseUrl!.AbsoluteUri);

    [Theory]
    [InlineData(TwilioConfiguration.AccountSid, null)]
    [InlineData(TwilioConfiguration.AuthToken, " ")]
    [InlineData(TwilioConfiguration.WebhookUrl, "")]
    [InlineData(TwilioConfiguration.AccountSid, "AC123")]
    [InlineData(TwilioConfiguration.AccountSid, "SK00000000000000000000000000000001")]
    [InlineData(TwilioConfiguration.AuthToken, "two words-hidden")]
    [InlineData(TwilioConfiguration.WebhookUrl, "pets.example.com/hidden")]
    [InlineData(TwilioConfiguration.WebhookUrl, "ftp://pets.example.com/hidden")]
    [InlineData(TwilioConfiguration.WebhookUrl, "http://pets.example.com/hidden")]
    [InlineData(TwilioConfiguration.WebhookUrl, "https://my_pets.example.com/hidden")]
    [InlineData(TwilioConfiguration.WebhookUrl, "https://pets.example.com/hidden?a=1")]
    [InlineData(TwilioConfiguration.WebhookUrl, "https://pets.example.com/hidden#rc=3")]
    [InlineData(TwilioConfiguration.WebhookAuthToken, "hidden,,hidden")]
    [InlineData(TwilioConfiguration.WebhookAuthToken, "hidden, hidden")]
    [InlineData(TwilioConfiguration.ProxyServiceSid, "KShidden")]
    [InlineData(TwilioConfiguration.KeywordReplies, "hidden")]
    [InlineData(TwilioConfiguration.KeywordReplies, "1")]
    [InlineData(TwilioConfiguration.ApiBaseUrl, "http://api.example.com/hidden")]
    [InlineData(TwilioConfiguration.ApiBaseUrl, "https://user:hidden@api.example.com")]
    [InlineData("PUBLIC_BASE_URL", "hidden")]
    [InlineData("WEBHOOK_BASE_URL", "hidden")]
    public void Each_mistake_is_one_sentence_that_names_its_key_and_hides_its_value(string key, string? value)
    {
        var read = Read(With((key, value)));

        var problem = Assert.Single(read.Problems);
        Assert.StartsWith(key + " ", problem);
        Assert.EndsWith(".", problem);
        Assert.DoesNotContain("hidden", problem);
        Assert.Null(read.Options);
    }

    [Theory]
    [InlineData("http://localhost:5080/webhook")]
    [InlineData("http://127.0.0.1:5080/webhook")]
    [InlineData("http://[::1]:5080/webhook")]
    public void Plain_http_is_fine_on_this_machine(string url) =>
        Assert.Equal(url, Read(With((TwilioConfiguration.WebhookUrl, url))).Options!.WebhookUrl);

    [Fact]
    public void A_secret_is_not_printed_with_the_options() =>
        Assert.DoesNotContain("s3cret", Read(Good).Options!.ToString());

    private static TwilioConfiguration Read(Dictionary<string, string?> values) =>
        TwilioConfiguration.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());

    private static Dictionary<string, string?> With(params (string Key, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>(Good, StringComparer.Ordinal);
        foreach (var (key, value) in changes)
        {
            values[key] = value;
        }

        return values;
    }
}
