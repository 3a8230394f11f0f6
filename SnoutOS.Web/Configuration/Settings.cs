using SnoutOS.Domain.Rollout;
using SnoutOS.Web.Database;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Web.Configuration;

/// <summary>
/// Reads the flat settings once, at start. Whatever is wrong stops the start with one sentence that names its key;
/// no value is repeated, since some are secrets.
/// </summary>
public static class Settings
{
    /// <summary>What the process ends with when the configuration is wrong.</summary>
    public const int ExitCode = 2;

    /// <summary>False when the product must not start; the reasons are on standard error.</summary>
    public static bool TryAddSettings(this WebApplicationBuilder builder)
    {
        var twilio = TwilioConfiguration.Read(builder.Configuration);
        var flags = FlagConfiguration.Read(builder.Configuration, builder.Environment);
        var network = NetworkConfiguration.Read(builder.Configuration);
        List<string> problems = [.. twilio.Problems, .. flags.Problems, .. network.Problems, .. DatabaseSettings.Read(builder.Configuration).Problems];
        if (problems.Count == 0 && twilio.Options is null && NeedsProvider(builder.Environment, flags.Settings))
        {
            problems.Add("TWILIO_ACCOUNT_SID is not set: a Twilio account (TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_WEBHOOK_URL) is needed unless ENABLE_MESSAGING_V1 is false.");
        }

        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        if (problems.Count > 0)
        {
            return false;
        }

        builder.Services.AddSingleton(flags.Settings);
        builder.Services.AddSingleton(network);
        builder.Services.AddProvider(twilio.Options);
        return true;
    }

    /// <summary>Only an environment that says false is sure never to send; a stored flag can be flipped while we run.</summary>
    private static bool NeedsProvider(IHostEnvironment environment, FlagSettings flags) =>
        !environment.IsDevelopment()
        && flags.Environment.TryGetValue(Flag.Messaging, out var state)
        && state != DeploymentState.False;

    private static void AddProvider(this IServiceCollection services, TwilioOptions? options)
    {
        if (options is not null)
        {
            services.AddTwilio(options);
            return;
        }

        services.AddSingleton<Domain.Sending.ISmsProvider, UnconfiguredProvider>();
        services.AddSingleton<Domain.Phones.IProviderNumbers, UnconfiguredProvider>();
    }
}
