using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator.Carrier;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>The product beside browsers that tell the time themselves: its clock begins at theirs, and tests move it.</summary>
public class AppInHand : IAsyncLifetime
{
    /// <summary>Whether carrier and workers run, which makes a long step of the clock a long one for the machine.</summary>
    protected virtual bool IsAtWork => false;

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public SnoutApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        App = await SnoutApp.StartAsync(new SnoutAppOptions { Clock = Clock, Workers = IsAtWork, Settings = Chromium.Quiet });

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>The same with texts that come and go.</summary>
public sealed class AppAtWork : AppInHand
{
    protected override bool IsAtWork => true;
}

/// <summary>What happens on a sitter's phone while the product's clock is in the test's hand.</summary>
public abstract class SitterTest(Chromium chromium, AppInHand hand) : BrowserTest(chromium)
{
    protected AppInHand Hand => hand;

    protected CarrierState Carrier => hand.App.Get<CarrierState>();

    protected Task TextAsync(SittersClient client, PhoneNumber to, string body) => Carrier.TextFromPhoneAsync(client.Phone.E164, to.E164, body);

    /// <summary>Ana with her phone, the list before her.</summary>
    protected async Task<Visitor> AnaOfAsync(SitterDay day)
    {
        var ana = await ArriveAtAsync(hand.App.Address, Screen.Phone);
        await ana.SignInAsync(day.AnaEmail);
        await ana.IsInteractiveAsync();
        await Expect(ana.Find("[data-row]").First).ToBeVisibleAsync();
        return ana;
    }

    /// <summary>Lets the product's clock run while something is waited for: carrier, workers and drafts live by it.</summary>
    protected async Task WhileTimePassesAsync(Task expectation)
    {
        while (!expectation.IsCompleted)
        {
            hand.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(expectation, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Stop));
        }

        await expectation;
    }

    protected static Task<bool> FitsAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth");
}
