using Microsoft.JSInterop;

namespace SnoutOS.Web.Components.Shared;

/// <summary>How components use the product's own modules: each has <c>attach</c>, and what that returns has <c>detach</c>.</summary>
public static class BrowserModules
{
    public static async Task<IJSObjectReference> AttachAsync(this IJSRuntime browser, string asset, params object?[] arguments)
    {
        await using var module = await browser.InvokeAsync<IJSObjectReference>("import", $"./{asset}");
        return await module.InvokeAsync<IJSObjectReference>("attach", arguments);
    }

    public static async Task DetachAsync(this IJSRuntime _, IJSObjectReference? attached)
    {
        if (attached is null)
        {
            return;
        }

        try
        {
            await attached.InvokeVoidAsync("detach");
            await attached.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page has gone, and what was attached with it.
        }
    }
}
