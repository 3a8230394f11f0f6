using Microsoft.Extensions.Time.Testing;

namespace SnoutOS.Tests.Support;

/// <summary>One product for a whole class of tests, with a clock that they move and no background work. Each test opens its own business.</summary>
public class AppWithClock : IAsyncLifetime
{
    public virtual Engine Engine => Engine.Sqlite;

    public FakeTimeProvider Clock { get; } = TestTime.Clock();

    public SnoutApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await SnoutApp.StartAsync(new SnoutAppOptions { Engine = Engine, Clock = Clock, Workers = false });

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
