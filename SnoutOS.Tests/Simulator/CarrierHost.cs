using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator.Carrier;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Simulator;

/// <summary>What the business heard at its webhook, and whether the signature was right.</summary>
internal sealed record Heard(string Path, TwilioForm Form, bool Signed);

/// <summary>
/// The carrier on a port of this machine, a small business that listens, and the product's client between them.
/// </summary>
internal sealed class CarrierHost : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Token = "carrier-token";
    public const string Prefix = "/simulator/carrier";
    public const string Picture = "/media/picture";

    private readonly WebApplication _app;

    private CarrierHost(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public CarrierState Carrier => _app.Services.GetRequiredService<CarrierState>();

    public ISmsProvider Sms => _app.Services.GetRequiredService<ISmsProvider>();

    public IProviderNumbers Numbers => _app.Services.GetRequiredService<IProviderNumbers>();

    public CarrierCalls Calls => _app.Services.GetRequiredService<CarrierCalls>();

    public ConcurrentQueue<Heard> Webhooks { get; } = new();

    /// <summary>What the business answers, in turn; then 200.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    public static async Task<CarrierHost> StartAsync(TimeProvider? clock = null, TimeSpan pace = default)
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddAuthorization().AddAuthentication();
        var options = new TwilioOptions
        {
            AccountSid = Account,
            AuthToken = Token,
            WebhookUrl = $"{url}/webhook",
            ApiBaseUrl = new Uri(url + Prefix),
            PageSize = 2,
        };
        builder.Services.AddTwilio(options);
        builder.Services.AddCarrier(new CarrierOptions
        {
            AccountSid = Account,
            AuthToken = Token,
            WebhookUrl = options.WebhookUrl,
            ApiUrl = url + Prefix,
            Pace = pace,
        });

        var app = builder.Build();
        var host = new CarrierHost(app);
        app.MapCarrier(Prefix);
        app.MapPost("/webhook/{**rest}", context => host.HearAsync(context, options));
        app.MapGet(Picture, () => Results.Bytes([1, 2, 3], "image/png"));
        await app.StartAsync();
        return host;
    }

    /// <summary>Adds a number to the account that answers elsewhere.</summary>
    public CarrierNumber Rent(string address)
    {
        var number = new CarrierNumber
        {
            Sid = $"PN{Support.Webhooks.NewSid()[2..]}",
            Address = address,
            SmsUrl = "https://elsewhere.example/texts",
            VoiceUrl = "https://elsewhere.example/calls",
            RentedAt = TestTime.Noon,
        };
        Carrier.Numbers.Rent(number);
        return number;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HearAsync(HttpContext context, TwilioOptions options)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var form = TwilioForm.Parse(body.ToArray())!;
        var signature = (string?)context.Request.Headers[TwilioSignature.Header];
        var signed = TwilioSignature.IsValid(options.SignatureKeys, Url + context.Request.Path, form, signature);
        Webhooks.Enqueue(new Heard(context.Request.Path, form, signed));
        context.Response.StatusCode = Answers.TryDequeue(out var answer) ? answer : 200;
    }
}
