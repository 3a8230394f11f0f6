using Microsoft.Playwright;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Browser;

/// <summary>
/// A test that people with browsers take part in. Whatever else it finds, it fails where a browser's console complained;
/// and what a failed one saw last is kept as a picture.
/// </summary>
[Collection(InTheBrowser.Name)]
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    protected SnoutApp App => chromium.App;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var (number, visitor) in _visitors.Index())
        {
            if (TestContext.Current.TestState?.Result is TestResult.Failed)
            {
                await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Path("failed", $"{TestContext.Current.TestMethod?.MethodName}-{number}.png") });
            }

            await visitor.DisposeAsync();
        }

        if (_visitors.SelectMany(visitor => visitor.Complaints).ToList() is { Count: > 0 } complaints)
        {
            Assert.Fail(string.Join('\n', complaints));
        }
    }

    protected Task<Visitor> ArriveAsync(Screen? screen = null) => ArriveAtAsync(App.Address, screen);

    protected async Task<Visitor> ArriveAtAsync(Uri address, Screen? screen = null)
    {
        var visitor = await Visitor.ArriveAsync(chromium.Browser, address, screen ?? Screen.Desktop);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>The owner of a desk, signed in, with the list of conversations before them.</summary>
    protected async Task<Visitor> OwnerOfAsync(Desk desk, Screen? screen = null)
    {
        var owner = await ArriveAsync(screen);
        await owner.SignInAsync(desk.OwnerEmail);
        await owner.IsInteractiveAsync();
        return owner;
    }
}
