using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Simulator.Demo;

namespace SnoutOS.Tests.Support;

/// <summary>How a test wants the product started.</summary>
public sealed record SnoutAppOptions
{
    public string Environment { get; init; } = "Development";

    /// <summary>Whether it is served over https, with a certificate that only the tests' own clients trust.</summary>
    public bool Https { get; init; }

    /// <summary>What its data lives in.</summary>
    public Engine Engine { get; init; }

    /// <summary>A database that it shares with another product; it has its own if null.</summary>
    public TestDatabase? Database { get; init; }

    /// <summary>Configuration on top of the fixture's own, by flat or colon-separated name.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    /// <summary>The product's clock; the machine's if null.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Whether the background work runs. Without it, moving a clock by an hour costs nothing.</summary>
    public bool Workers { get; init; } = true;

    /// <summary>Whether it begins with the demo business; without, the database is empty.</summary>
    public bool Demo { get; init; }

    /// <summary>Replaces what lies outside the product: the provider, the notifier.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };
}

/// <summary>The product as it is, on Kestrel at a free port of 127.0.0.1 and on its own database.</summary>
public sealed class SnoutApp : IAsyncDisposable
{
    /// <summary>The password of every user that a test creates.</summary>
    public const string Password = "biscuit-on-the-sofa";

    private readonly SnoutAppOptions _options;
    private readonly TestDatabase _database;
    private Factory _factory;

    private SnoutApp(SnoutAppOptions options, TestDatabase database)
    {
        (_options, _database) = (options, database);
        (_factory, Address) = Start(options, database);
    }

    public Uri Address { get; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>The file, for tests of what SQLite does.</summary>
    public string DatabaseFile => ((SqliteFile)_database).Path;

    /// <summary>A context that sees one organization, as the product itself would open it.</summary>
    public SnoutDbContext Db(Guid organizationId) => Get<SnoutDb>().ForOrganization(organizationId);

    public static async Task<SnoutApp> StartAsync(SnoutAppOptions? options = null)
    {
        options ??= new SnoutAppOptions();
        var database = options.Database ?? await TestDatabase.CreateAsync(options.Engine);
        return await Task.Run(() => new SnoutApp(options, database));
    }

    public static Task<SnoutApp> StartAsync(Engine engine) => StartAsync(new SnoutAppOptions { Engine = engine });

    public T Get<T>()
        where T : notnull =>
        Services.GetRequiredService<T>();

    /// <summary>A client that is nobody, keeps its cookies and follows no redirect.</summary>
    public HttpClient Anonymous() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Equals(OwnCertificate.Value) == true },
    })
    {
        BaseAddress = Address,
    };

    /// <summary>A client that signed in over the API and sends its bearer token.</summary>
    public async Task<HttpClient> SignedInAsync(string email, string password = Password)
    {
        var client = Anonymous();
        var answer = await client.PostAsJsonAsync("/api/auth/login", new { email, password });
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<Token>() ?? throw new InvalidOperationException("The sign-in answered nothing.");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        return client;
    }

    /// <summary>
    /// The product is told its address before it listens, as it is in production. Somebody may take the port in between.
    /// </summary>
    private static (Factory Factory, Uri Address) Start(SnoutAppOptions options, TestDatabase database)
    {
        for (var tries = 1; ; tries++)
        {
            var address = new Uri($"{(options.Https ? "https" : "http")}://127.0.0.1:{FreePort()}");
            var factory = new Factory(options, database, address);
            factory.UseKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = OwnCertificate.Value));
            try
            {
                factory.StartServer();
                return (factory, address);
            }
            catch (IOException) when (tries < 3)
            {
                factory.Dispose();
            }
        }
    }

    /// <summary>Stops it and starts it again: the same address, the same database, nothing else kept.</summary>
    public async Task RestartAsync()
    {
        await _factory.DisposeAsync();
        _factory = new Factory(_options, _database, Address);
        _factory.UseKestrel();
        await Task.Run(_factory.StartServer);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_options.Database is null)
        {
            await _database.DisposeAsync();
        }
    }

    private sealed record Token([property: JsonPropertyName("accessToken")] string AccessToken);

    private sealed class Factory(SnoutAppOptions options, TestDatabase database, Uri address) : WebApplicationFactory<Program>
    {
        private const int QuickHasherIterations = 1_000;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(options.Environment);
            builder.UseStaticWebAssets();
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, address.GetLeftPart(UriPartial.Authority));
            builder.UseSetting("Database:Provider", database.Provider);
            builder.UseSetting("ConnectionStrings:Snout", database.ConnectionString);
            builder.UseSetting("RateLimits:Enabled", "false");
            builder.UseSetting("Logging:LogLevel:Microsoft", "Warning");
            foreach (var (key, value) in options.Settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(services =>
            {
                services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = QuickHasherIterations);
                if (options.Clock is { } clock)
                {
                    services.RemoveAll<TimeProvider>();
                    services.AddSingleton(clock);
                }

                if (!options.Workers)
                {
                    foreach (var worker in services.Where(IsOurWorker).ToList())
                    {
                        services.Remove(worker);
                    }
                }

                if (!options.Demo)
                {
                    services.RemoveAll<DemoBusiness>();
                }

                options.Services(services);
            });
        }

        private static bool IsOurWorker(ServiceDescriptor service) =>
            service.ServiceType == typeof(IHostedService)
            && (service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType)?.Namespace?
                .StartsWith(nameof(SnoutOS), StringComparison.Ordinal) == true;
    }
}
