using System.Collections.Concurrent;
using Microsoft.Playwright;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>Somebody with a browser of their own: nobody else's cookies, drafts or theme.</summary>
public sealed class Visitor : IAsyncDisposable
{
    // A picture that waits to be scrolled to would never come.
    private const string AllPictures = """
        () => Promise.all([document.fonts.ready, ...[...document.images].map(image => {
          image.loading = "eager";
          return image.decode().catch(() => {});
        })]).then(() => {})
        """;

    private readonly List<string> _tolerated = [];
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visitor(IBrowserContext context, IPage page)
    {
        (Context, Page) = (context, page);
        // A broken rule of the content policy is told as an error, as a script's own failures are.
        context.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                _complaints.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, failure) => _complaints.Enqueue(failure.Error);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What the browser's console complained about, but for what was to be expected.</summary>
    public IEnumerable<string> Complaints =>
        _complaints.Where(complaint => !_tolerated.Exists(words => complaint.Contains(words, StringComparison.OrdinalIgnoreCase)));

    public static async Task<Visitor> ArriveAsync(IBrowser browser, Uri address, Screen screen)
    {
        var context = await browser.NewContextAsync(screen.Context(address));
        context.SetDefaultTimeout(Chromium.Patience);
        return new Visitor(context, await context.NewPageAsync());
    }

    public ILocator Find(string selector) => Page.Locator(selector);

    /// <summary>The row of a client in the list of conversations.</summary>
    public ILocator Row(string client) => Page.Locator("[data-row]").Filter(new LocatorFilterOptions { HasText = client });

    /// <summary>The bubble with a text, in the open conversation.</summary>
    public ILocator Bubble(string text) => Page.Locator("[data-message]").Filter(new LocatorFilterOptions { HasText = text });

    public ILocator Composer => Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Message", Exact = true });

    public ILocator Search => Page.GetByRole(AriaRole.Searchbox);

    /// <summary>Says that the browser will complain in these words, and rightly so.</summary>
    public void Tolerate(string words) => _tolerated.Add(words);

    public async Task SignInAsync(string email, string password = SnoutApp.Password)
    {
        await Page.GotoAsync("/login");
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>Opens an address and waits until the page answers to clicks and keys.</summary>
    public async Task OpenAsync(string address)
    {
        await Page.GotoAsync(address);
        await IsInteractiveAsync();
    }

    public Task IsInteractiveAsync() => Page.Locator("[data-interactive=yes]").WaitForAsync();

    /// <summary>Waits until what the page shows first has given way to what it is about, with its pictures and letters.</summary>
    public async Task HasSettledAsync()
    {
        await Expect(Page.Locator(".skeleton:visible")).ToHaveCountAsync(0);
        await Page.EvaluateAsync(AllPictures);
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
