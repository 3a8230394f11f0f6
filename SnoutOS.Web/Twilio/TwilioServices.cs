using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Web.Twilio;

/// <summary>Registers Twilio as the provider of texts.</summary>
public static class TwilioServices
{
    public static IServiceCollection AddTwilio(this IServiceCollection services, TwilioOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<ISmsProvider, TwilioSmsProvider>();
        services.AddSingleton<IProviderNumbers, TwilioNumbers>();
        services.AddTransient<TwilioLookups>();

        services.AddClient<TwilioSender>().ConfigureHttpClient(Authorize);
        services.AddClient<TwilioApi>().ConfigureHttpClient(Authorize).AddResilienceHandler("look-ups", RetryReads);
        services.AddClient<TwilioMedia>();
        services.AddClient<OutsideClient>().ConfigurePrimaryHttpMessageHandler(() =>
        {
            var handler = Transport();
            handler.ConnectCallback = OutsideClient.ConnectAsync;
            // Through a proxy, the address we check would be the proxy's.
            handler.UseProxy = false;
            return handler;
        });
        return services;
    }

    internal static AuthenticationHeaderValue Credentials(TwilioOptions options) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}")));

    // The factory's own loggers would write addresses that hold phone numbers.
    private static IHttpClientBuilder AddClient<T>(this IServiceCollection services)
        where T : class => services.AddHttpClient<T>()
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Transport)
            .ConfigureHttpClient(http =>
            {
                // Each caller keeps its own time, by the clock it was given.
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("SnoutOS", "1.0"));
            });

    private static SocketsHttpHandler Transport() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    private static void Authorize(IServiceProvider services, HttpClient http)
    {
        http.DefaultRequestHeaders.Authorization = Credentials(services.GetRequiredService<TwilioOptions>());
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    private static void RetryReads(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var retry = new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        };
        retry.DisableForUnsafeHttpMethods();
        pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
        pipeline.AddRetry(retry).AddTimeout(TimeSpan.FromSeconds(10));
    }
}
