using Microsoft.Extensions.Time.Testing;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Simulator;

/// <summary>One product for a whole class of tests, at work, with the carrier beside it and a clock that they move.</summary>
public sealed class AppWithPhones : IAsyncLifetime
{
    public FakeTimeProvider Clock { get; } = TestTime.Clock();

    public SnoutApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await SnoutApp.StartAsync(new SnoutAppOptions { Clock = Clock });

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
