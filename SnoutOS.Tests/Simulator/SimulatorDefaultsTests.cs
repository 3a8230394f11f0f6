using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using SnoutOS.Web.Simulator;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Simulator;

/// <summary>Without an account in Development, the product is configured for the phones, and with nothing but configuration.</summary>
public sealed class SimulatorDefaultsTests
{
    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("https://localhost:7080;http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData("http://+:8080", "http://localhost:8080")]
    [InlineData("http://127.0.0.1:6001/", "http://127.0.0.1:6001")]
    public void The_carrier_calls_where_the_product_listens(string urls, string origin)
    {
        var configuration = ConfigurationOf("Development", ("urls", urls));
        var options = TwilioConfiguration.Read(configuration).Options;
        Assert.NotNull(options);
        Assert.Equal($"{origin}/api/messages/webhook/twilio", options.WebhookUrl);
        Assert.Equal($"{origin}/simulator/carrier", options.ApiBaseUrl.AbsoluteUri);
    }

    [Fact]
    public void What_somebody_configured_is_left_as_it_is()
    {
        var configuration = ConfigurationOf("Development", (TwilioConfiguration.AccountSid, "AC0123456789abcdef0123456789abcdef"));
        Assert.Null(configuration[TwilioConfiguration.AuthToken]);
        Assert.NotEmpty(TwilioConfiguration.Read(configuration).Problems);
    }

    [Fact]
    public void Outside_Development_nothing_is_added() =>
        Assert.Null(ConfigurationOf("Production", ("urls", "http://localhost:5080"))[TwilioConfiguration.AccountSid]);

    private static ConfigurationManager ConfigurationOf(string environment, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddSimulatorDefaults();
        return builder.Configuration;
    }
}
