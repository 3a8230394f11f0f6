namespace SnoutOS.Web.Access;

/// <summary>
/// Circuits are opened by our own pages only. Browsers send cookies along with a WebSocket that another site opens,
/// and no cross-origin rule of theirs stops it; they do tell the truth about the origin.
/// </summary>
internal static class OwnOrigin
{
    private static readonly PathString Circuits = "/_blazor";

    public static void UseOwnOrigin(this WebApplication app)
    {
        var publicAddress = app.Configuration["PUBLIC_BASE_URL"] ?? app.Configuration["WEBHOOK_BASE_URL"];
        var publicAuthority = AuthorityOf(publicAddress);
        app.Use((context, next) =>
        {
            var origin = context.Request.Headers.Origin.ToString();
            if (origin.Length == 0
                || !context.Request.Path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase)
                || AuthorityOf(origin) is { } authority && (authority == context.Request.Host.Value || authority == publicAuthority))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    private static string? AuthorityOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : null;
}
