using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Twilio;

/// <summary>What came in over the wire.</summary>
internal sealed record Received(string Method, string Target, string? Authorization, string? Accept, string Body, string Connection);

/// <summary>A raw HTTP server on this machine that answers as told, and the provider that talks to it.</summary>
internal sealed class LoopbackApi : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Token = "authtoken0000000000000000000000000";

    private readonly WebApplication _app;
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly ServiceProvider _services;

    private LoopbackApi(WebApplication app, TimeProvider clock)
    {
        _app = app;
        _services = Provider(new Uri(app.Urls.Single()), clock);
    }

    public ConcurrentQueue<Received> Requests { get; } = new();

    public string Url => _app.Urls.Single();

    public ISmsProvider Sms => _services.GetRequiredService<ISmsProvider>();

    public IProviderNumbers Numbers => _services.GetRequiredService<IProviderNumbers>();

    public static async Task<LoopbackApi> StartAsync(RequestDelegate answer, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        LoopbackApi? api = null;
        app.Run(async context =>
        {
            await api!.NoteAsync(context);
            await answer(context);
        });
        await app.StartAsync();
        return api = new LoopbackApi(app, clock ?? TimeProvider.System);
    }

    public static ServiceProvider Provider(Uri apiBaseUrl, TimeProvider? clock = null) =>
        new ServiceCollection().AddSingleton(clock ?? TimeProvider.System).AddTwilio(Options(apiBaseUrl)).BuildServiceProvider();

    public static TwilioOptions Options(Uri apiBaseUrl) => new()
    {
        AccountSid = Account,
        AuthToken = Token,
        WebhookUrl = "https://example.com/twilio",
        ApiBaseUrl = apiBaseUrl,
        PageSize = 50,
    };

    /// <summary>Waits until one more request has been read whole.</summary>
    public async Task ArrivedAsync() =>
        Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(60)), "No request came within a minute.");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task NoteAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Requests.Enqueue(new Received(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString.Value,
            context.Request.Headers.Authorization,
            context.Request.Headers.Accept,
            await reader.ReadToEndAsync(),
            context.Connection.Id));
        _arrived.Release();
    }
}
