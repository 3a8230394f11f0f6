using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Access;

/// <summary>
/// Who may use what, once more and by hand. An endpoint that is not in the table fails, so that nobody opens a door
/// by forgetting to close it.
/// </summary>
public sealed class AccessMatrixTests(AppWithClock product) : IClassFixture<AppWithClock>
{
    private readonly SnoutApp _app = product.App;

    public enum Who
    {
        /// <summary>Files that every page needs, or doors with their own lock.</summary>
        Everybody,
        SignedIn,
        OwnerOrAdmin,
        Admin,
    }

    private static readonly Dictionary<string, Who> Table = new(StringComparer.Ordinal)
    {
        ["GET /"] = Who.SignedIn,
        ["GET,POST /login"] = Who.Everybody,
        ["POST /logout"] = Who.Everybody,
        ["GET,POST /denied"] = Who.SignedIn,
        ["GET,POST /not-found"] = Who.Everybody,
        ["GET,POST /account"] = Who.SignedIn,
        ["GET,POST /account/password"] = Who.SignedIn,
        ["GET,POST /messages"] = Who.OwnerOrAdmin,
        ["GET,POST /messages/{ThreadId:guid}"] = Who.OwnerOrAdmin,
        ["POST /api/auth/login"] = Who.Everybody,
        ["GET /api/me"] = Who.SignedIn,
        ["GET /api/tokens"] = Who.SignedIn,
        ["POST /api/tokens"] = Who.SignedIn,
        ["DELETE /api/tokens/{id:guid}"] = Who.SignedIn,
        ["POST /api/messages/webhook/twilio"] = Who.Everybody,
        ["POST /api/messages/webhook/twilio/status/{messageId:guid}"] = Who.Everybody,
    };

    [Fact]
    public void Every_endpoint_stands_in_the_table_and_every_row_is_an_endpoint()
    {
        var mapped = Endpoints().Select(NameOf).ToHashSet(StringComparer.Ordinal);
        Assert.Fail(string.Join('\n', mapped.Except(Table.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        Assert.Equal("", string.Join('\n', Table.Keys.Except(mapped, StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    private IEnumerable<RouteEndpoint> Endpoints() => _app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    private static string NameOf(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"];
        return $"{string.Join(',', methods.Order(StringComparer.Ordinal))} /{endpoint.RoutePattern.RawText?.TrimStart('/')}";
    }
}
