using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace SnoutOS.Tests.Access;

/// <summary>
/// Who may use what, once more and by hand. An endpoint that is not in the table fails, so that nobody opens a door
/// by forgetting to close it.
/// </summary>
public sealed partial class AccessMatrixTests(Callers callers) : IClassFixture<Callers>
{
    public enum Who
    {
        Everybody,
        SignedIn,
        OwnerOrAdmin,
        Admin,

        /// <summary>Sitters and nobody else.</summary>
        Sitter,

        /// <summary>A door with a lock of its own, which none of ours opens.</summary>
        KeyHolder,
    }

    private static readonly Dictionary<string, Who> Table = new(StringComparer.Ordinal)
    {
        ["GET,HEAD /{**path:file}"] = Who.Everybody,
        ["GET /_framework/opaque-redirect"] = Who.SignedIn,
        ["* /_blazor"] = Who.SignedIn,
        ["* /_blazor/negotiate"] = Who.SignedIn,
        ["* /_blazor/initializers/"] = Who.SignedIn,
        ["* /_blazor/disconnect/"] = Who.SignedIn,
        ["* /health/live"] = Who.Everybody,
        ["* /health/ready"] = Who.Everybody,
        ["* /metrics"] = Who.Everybody,
        ["GET /"] = Who.SignedIn,
        ["GET,POST /login"] = Who.Everybody,
        ["POST /logout"] = Who.Everybody,
        ["GET,POST /denied"] = Who.SignedIn,
        ["GET,POST /not-found"] = Who.Everybody,
        ["GET,POST /account"] = Who.SignedIn,
        ["GET,POST /account/password"] = Who.SignedIn,
        ["GET,POST /numbers"] = Who.OwnerOrAdmin,
        ["GET,POST /anti-poaching"] = Who.OwnerOrAdmin,
        ["GET,POST /settings"] = Who.OwnerOrAdmin,
        ["GET,POST /settings/anti-poaching"] = Who.OwnerOrAdmin,
        ["GET,POST /bookings"] = Who.OwnerOrAdmin,
        ["GET,POST /clients"] = Who.OwnerOrAdmin,
        ["GET,POST /clients/import"] = Who.OwnerOrAdmin,
        ["GET,POST /sitters"] = Who.OwnerOrAdmin,
        ["GET,POST /messages"] = Who.SignedIn,
        ["GET,POST /messages/{ThreadId:guid}"] = Who.SignedIn,
        ["GET /media/{messageId:guid}/{position:int}"] = Who.SignedIn,
        ["GET /media/out/{sealedAddress}"] = Who.Everybody,
        ["POST /api/auth/login"] = Who.Everybody,
        ["GET /api/me"] = Who.SignedIn,
        ["GET /api/tokens"] = Who.SignedIn,
        ["POST /api/tokens"] = Who.SignedIn,
        ["DELETE /api/tokens/{id:guid}"] = Who.SignedIn,
        ["GET /openapi/{documentName}.json"] = Who.Everybody,

        ["GET /api/messages/threads"] = Who.SignedIn,
        ["POST /api/messages/threads"] = Who.SignedIn,
        ["GET /api/messages/threads/{id:guid}"] = Who.SignedIn,
        ["GET /api/messages/threads/{threadId:guid}/messages"] = Who.SignedIn,
        ["POST /api/messages/threads/{threadId:guid}/messages"] = Who.SignedIn,
        ["POST /api/messages/threads/{id:guid}/read"] = Who.SignedIn,
        ["POST /api/messages/threads/{id:guid}/handled"] = Who.OwnerOrAdmin,
        ["POST /api/messages/threads/{id:guid}/snooze"] = Who.OwnerOrAdmin,
        ["POST /api/messages/threads/{id:guid}/choose"] = Who.OwnerOrAdmin,
        ["DELETE /api/messages/threads/{id:guid}/choose"] = Who.OwnerOrAdmin,
        ["POST /api/messages/threads/{id:guid}/hand-over"] = Who.OwnerOrAdmin,
        ["POST /api/messages/threads/{id:guid}/office-note"] = Who.Sitter,
        ["POST /api/messages/{id:guid}/retry"] = Who.OwnerOrAdmin,
        ["POST /api/messages/{id:guid}/force-send"] = Who.OwnerOrAdmin,
        ["POST /api/messages/{id:guid}/dismiss"] = Who.OwnerOrAdmin,
        ["POST /api/messages/{id:guid}/reveal"] = Who.OwnerOrAdmin,
        ["GET /api/messages/{id:guid}/routing"] = Who.OwnerOrAdmin,
        ["GET /api/messages/diagnostics"] = Who.OwnerOrAdmin,
        ["GET /api/anti-poaching/figures"] = Who.OwnerOrAdmin,
        ["GET /api/clients"] = Who.OwnerOrAdmin,
        ["POST /api/clients"] = Who.OwnerOrAdmin,
        ["GET /api/clients/{id:guid}"] = Who.OwnerOrAdmin,
        ["POST /api/clients/{id:guid}/merge"] = Who.OwnerOrAdmin,
        ["POST /api/clients/{id:guid}/unmerge"] = Who.OwnerOrAdmin,
        ["POST /api/clients/{id:guid}/spam"] = Who.OwnerOrAdmin,
        ["DELETE /api/clients/{id:guid}/spam"] = Who.OwnerOrAdmin,
        ["POST /api/clients/{id:guid}/move-phone"] = Who.OwnerOrAdmin,
        ["PUT /api/clients/{id:guid}"] = Who.OwnerOrAdmin,
        ["GET /api/numbers"] = Who.OwnerOrAdmin,
        ["POST /api/numbers"] = Who.OwnerOrAdmin,
        ["GET /api/bookings"] = Who.OwnerOrAdmin,
        ["POST /api/bookings"] = Who.OwnerOrAdmin,
        ["GET /api/bookings/{id:guid}"] = Who.OwnerOrAdmin,
        ["PUT /api/bookings/{id:guid}/sitter"] = Who.OwnerOrAdmin,
        ["PUT /api/bookings/{id:guid}/time"] = Who.OwnerOrAdmin,
        ["POST /api/bookings/{id:guid}/cancel"] = Who.OwnerOrAdmin,
        ["POST /api/bookings/{id:guid}/meet-and-greet"] = Who.OwnerOrAdmin,
        ["GET /api/services"] = Who.OwnerOrAdmin,
        ["POST /api/services"] = Who.OwnerOrAdmin,
        ["PUT /api/services/{code}"] = Who.OwnerOrAdmin,
        ["PUT /api/numbers/{id:guid}"] = Who.OwnerOrAdmin,
        ["POST /api/numbers/{id:guid}/release"] = Who.OwnerOrAdmin,
        ["GET /api/sitters"] = Who.OwnerOrAdmin,
        ["POST /api/sitters"] = Who.OwnerOrAdmin,
        ["GET /api/sitters/{id:guid}"] = Who.OwnerOrAdmin,
        ["PUT /api/sitters/{id:guid}"] = Who.OwnerOrAdmin,
        ["POST /api/sitters/{id:guid}/lock"] = Who.OwnerOrAdmin,
        ["POST /api/sitters/{id:guid}/unlock"] = Who.OwnerOrAdmin,
        ["POST /api/sitters/{id:guid}/offboard"] = Who.OwnerOrAdmin,
        ["POST /api/sitters/{id:guid}/rehire"] = Who.OwnerOrAdmin,
        ["GET /api/numbers/provider"] = Who.OwnerOrAdmin,
        ["POST /api/numbers/provider/import"] = Who.OwnerOrAdmin,
        ["POST /api/numbers/{id:guid}/webhook/check"] = Who.OwnerOrAdmin,
        ["POST /api/numbers/{id:guid}/webhook/repair"] = Who.OwnerOrAdmin,
        ["GET /api/notices"] = Who.OwnerOrAdmin,
        ["PUT /api/notices"] = Who.OwnerOrAdmin,
        ["GET /api/anti-poaching/rules"] = Who.OwnerOrAdmin,
        ["PUT /api/anti-poaching/rules"] = Who.OwnerOrAdmin,
        ["GET /api/anti-poaching/allowed"] = Who.OwnerOrAdmin,
        ["POST /api/anti-poaching/allowed"] = Who.OwnerOrAdmin,
        ["DELETE /api/anti-poaching/allowed/{id:guid}"] = Who.OwnerOrAdmin,
        ["GET /api/business-hours"] = Who.OwnerOrAdmin,
        ["PUT /api/business-hours"] = Who.OwnerOrAdmin,
        ["POST /api/import/clients"] = Who.OwnerOrAdmin,
        ["POST /api/import/bookings"] = Who.OwnerOrAdmin,
        ["POST /api/import/visits"] = Who.OwnerOrAdmin,
        ["GET /api/flags"] = Who.OwnerOrAdmin,
        ["PUT /api/flags"] = Who.Admin,
        ["GET /api/audit"] = Who.OwnerOrAdmin,

        // Their own lock is the provider's signature.
        ["POST /api/messages/webhook/twilio"] = Who.Everybody,
        ["DELETE,GET,HEAD,PATCH,PUT /api/messages/webhook/twilio"] = Who.Everybody,
        ["POST /api/messages/webhook/twilio/status/{messageId:guid}"] = Who.Everybody,
        ["DELETE,GET,HEAD,PATCH,PUT /api/messages/webhook/twilio/status/{messageId:guid}"] = Who.Everybody,
        ["POST /api/messages/webhook/twilio/voice"] = Who.Everybody,
        ["DELETE,GET,HEAD,PATCH,PUT /api/messages/webhook/twilio/voice"] = Who.Everybody,

        // Development alone: the clients' phones, and the carrier that the product talks to as if it were outside.
        ["GET,POST /simulator"] = Who.SignedIn,
        ["GET /simulator/pictures/{name}"] = Who.Everybody,
        ["GET /simulator/carrier/content/{sid}"] = Who.Everybody,
        ["GET /simulator/carrier/2010-04-01/Accounts/{account}/IncomingPhoneNumbers.json"] = Who.KeyHolder,
        ["POST /simulator/carrier/2010-04-01/Accounts/{account}/IncomingPhoneNumbers/{sid}.json"] = Who.KeyHolder,
        ["GET /simulator/carrier/2010-04-01/Accounts/{account}/Messages.json"] = Who.KeyHolder,
        ["POST /simulator/carrier/2010-04-01/Accounts/{account}/Messages.json"] = Who.KeyHolder,
        ["GET /simulator/carrier/2010-04-01/Accounts/{account}/Messages/{sid}.json"] = Who.KeyHolder,
        ["GET /simulator/carrier/2010-04-01/Accounts/{account}/Messages/{sid}/Media.json"] = Who.KeyHolder,
        ["GET /simulator/carrier/2010-04-01/Accounts/{account}/Messages/{sid}/Media/{media}"] = Who.KeyHolder,
    };

    public static TheoryData<string, Who> Rows => [.. Table.Where(row => row.Value != Who.KeyHolder).Select(row => new TheoryDataRow<string, Who>(row.Key, row.Value))];

    [Fact]
    public void Every_endpoint_stands_in_the_table_and_every_row_is_an_endpoint()
    {
        var mapped = Endpoints().Select(NameOf).ToHashSet(StringComparer.Ordinal);
        AssertNone("Not in the table:", mapped.Except(Table.Keys, StringComparer.Ordinal));
        AssertNone("No longer mapped:", Table.Keys.Except(mapped, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_door_opens_for_those_whom_the_table_names(string endpoint, Who who)
    {
        var (method, address) = AddressOf(endpoint);
        Assert.Equal(who == Who.Everybody ? Door.Open : Door.SignIn, await callers.Stranger.KnockAsync(method, address));
        Assert.Equal(who is <= Who.SignedIn or Who.Sitter ? Door.Open : Door.Forbidden, await callers.Sitter.KnockAsync(method, address));
        Assert.Equal(who <= Who.OwnerOrAdmin ? Door.Open : Door.Forbidden, await callers.Owner.KnockAsync(method, address));
        Assert.Equal(who == Who.Sitter ? Door.Forbidden : Door.Open, await callers.Admin.KnockAsync(method, address));
    }

    private static void AssertNone(string title, IEnumerable<string> names)
    {
        var list = names.Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, $"{title}{Environment.NewLine}{string.Join(Environment.NewLine, list)}");
    }

    private IEnumerable<RouteEndpoint> Endpoints() => callers.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    /// <summary>An address of the endpoint, with ids that nothing has.</summary>
    private static (HttpMethod Method, string Address) AddressOf(string endpoint)
    {
        var (methods, pattern) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        var method = methods == "*" ? "GET" : methods.Split(',')[0];
        return (HttpMethod.Parse(method), Parameter().Replace(pattern, match => match.Value.Contains(":guid", StringComparison.Ordinal) ? $"{Guid.Empty}" : "1"));
    }

    private static string NameOf(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"];
        return $"{string.Join(',', methods.Order(StringComparer.Ordinal))} /{endpoint.RoutePattern.RawText?.TrimStart('/')}";
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
