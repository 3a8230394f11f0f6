using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Media;

/// <summary>Attachments over HTTP: for people who may see the message, and for the provider by sealed address.</summary>
public static class MediaServices
{
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddSingleton<OutboundMediaLinks>();
        services.AddSingleton<IMediaLinks>(provider => provider.GetRequiredService<OutboundMediaLinks>());
        return services;
    }

    public static void MapMedia(this WebApplication app)
    {
        app.MapGet("/media/{messageId:guid}/{position:int}", ShowAsync)
            .RequireAuthorization(Policies.SignedIn)
            .WithMetadata(new ScopeAttribute(Scopes.ReadMessages));
        app.MapGet("/media/out/{sealedAddress}", HandOverAsync).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(
        Guid messageId, int position, HttpContext http, InboxReader inbox, MediaReader reader, CancellationToken cancellationToken)
    {
        var actor = http.User.ToActor();
        var isTheirs = actor.SeesEverything
            || (await inbox.MessageAsync(actor, messageId, cancellationToken))?.Media.Any(media => media.Position == position) == true;
        return Answer(http, isTheirs ? await reader.ReadAsync(actor.OrganizationId, messageId, position, cancellationToken) : null);
    }

    private static async Task<IResult> HandOverAsync(
        string sealedAddress, HttpContext http, OutboundMediaLinks links, MediaReader reader, CancellationToken cancellationToken) =>
        links.Open(sealedAddress) is { } address
            ? Answer(http, await reader.ReadAsync(address.OrganizationId, address.MessageId, address.Position, cancellationToken))
            : Results.NotFound();

    private static IResult Answer(HttpContext http, StoredMedia? media)
    {
        if (media is null)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentDisposition = MediaTypes.IsPicture(media.ContentType) ? "inline" : "attachment";
        return Results.Bytes(media.Bytes, media.ContentType);
    }
}
