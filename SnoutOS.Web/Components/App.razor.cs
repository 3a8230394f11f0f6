using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace SnoutOS.Web.Components;

public sealed partial class App
{
    // Prerendered, so that the shell and its skeletons are there at once; what reads the database waits for the circuit.
    private static readonly InteractiveServerRenderMode Interactive = new(prerender: true);

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    private InteractiveServerRenderMode? Mode => Context.AcceptsInteractiveRouting() ? Interactive : null;

    /// <summary>The choice of the theme button; null follows the system.</summary>
    private string? Theme => Context.Request.Cookies["snout-theme"] is "light" or "dark" ? Context.Request.Cookies["snout-theme"] : null;

    private Dictionary<string, object> NonceAttribute => new(StringComparer.Ordinal) { ["nonce"] = Context.GetNonce() };
}
