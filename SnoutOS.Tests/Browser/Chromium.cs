using Microsoft.Playwright;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Browser;

/// <summary>
/// The tests that look at pages, one after the other and with the machine to themselves: they measure what a person waits.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class InTheBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "In the browser";
}

/// <summary>One Chromium, and one product with the demo business, for all of them.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>In milliseconds: much longer than anything takes, since a busy machine is no fault of a page.</summary>
    public const int Patience = 20_000;

    public static Dictionary<string, string?> Quiet => new(StringComparer.Ordinal) { ["Logging:LogLevel:Default"] = "Warning" };

    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public SnoutApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var app = SnoutApp.StartAsync(new SnoutAppOptions { Demo = true, Settings = Quiet });
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Flags,
        });
        App = await app;
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await App.DisposeAsync();
    }
}
