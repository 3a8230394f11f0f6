using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Api;

/// <summary>One product for a class of API tests, with a carrier by script and a clock that they move.</summary>
public class Product : IAsyncLifetime
{
    public virtual Engine Engine => Engine.Sqlite;

    public FakeTimeProvider Clock { get; } = TestTime.Clock();

    public ScriptedProvider Provider { get; } = new();

    public SnoutApp App { get; private set; } = null!;

    public Webhooks Webhooks { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await SnoutApp.StartAsync(new SnoutAppOptions
        {
            Engine = Engine,
            Settings = Webhooks.Settings,
            Clock = Clock,
            Services = services => services.RemoveAll<ISmsProvider>().AddSingleton<ISmsProvider>(Provider),
        });
        Webhooks = new Webhooks(App);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A business of a test's own, with its owner at the API.</summary>
    public async Task<Office> OpenOfficeAsync()
    {
        var business = await App.OpenBusinessAsync();
        return new Office(this, business, await App.SignedInAsync(business.OwnerEmail));
    }
}
