using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Browser;

/// <summary>The product with the demo business and nothing that a test has left there.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    public SnoutApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await SnoutApp.StartAsync(new SnoutAppOptions { Demo = true, Settings = Chromium.Quiet });

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
