using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Api;

public sealed class OpenApiTests(Product product) : IClassFixture<Product>
{
    private const string Document = "/openapi/v1.json";

    [Fact]
    public async Task Every_endpoint_of_the_API_is_described()
    {
        var described = (await OperationsAsync()).Select(operation => operation.Name).Order(StringComparer.Ordinal);
        var there = product.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true)
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiExplorerSettingsAttribute>()?.IgnoreApi != true)
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(method => $"{method} {PathOf(endpoint)}"));
        Assert.Equal(there.Order(StringComparer.Ordinal), described);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_how_it_refuses()
    {
        foreach (var (name, operation) in await OperationsAsync())
        {
            Assert.True(operation.TryGetProperty("summary", out var summary) && summary.GetString()!.EndsWith('.'), $"{name} has no summary.");
            var responses = operation.GetProperty("responses");
            Assert.True(responses.EnumerateObject().Any(response => response.Name[0] == '2'), $"{name} never succeeds.");
            if (operation.TryGetProperty("security", out var security) && security.GetArrayLength() > 0)
            {
                Assert.True(responses.GetProperty("401").GetProperty("content").TryGetProperty("application/problem+json", out _), $"{name} does not refuse strangers.");
            }
        }
    }

    [Fact]
    public async Task It_names_the_product_the_token_and_the_codes()
    {
        var document = await ReadAsync();
        Assert.Equal("SnoutOS", document.GetProperty("info").GetProperty("title").GetString());
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("Bearer").GetProperty("scheme").GetString());
        var send = document.GetProperty("paths").GetProperty("/api/messages/threads/{threadId}/messages").GetProperty("post");
        Assert.Contains("recipient_opted_out", send.GetProperty("responses").GetProperty("409").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Contains("feature_off", send.GetProperty("responses").GetProperty("404").GetProperty("description").GetString(), StringComparison.Ordinal);
        var thread = document.GetProperty("components").GetProperty("schemas").GetProperty("ThreadAnswer").GetProperty("properties");
        Assert.Equal("date-time", thread.GetProperty("lastMessageAt").GetProperty("format").GetString());
    }

    [Fact]
    public async Task Outside_development_it_is_for_people_who_are_signed_in()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Environment = "Production" });
        using var stranger = app.Anonymous();
        await (await stranger.GetAsync(Document)).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        using var owner = await app.SignedInAsync((await app.OpenBusinessAsync()).OwnerEmail);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(Document)).StatusCode);
    }

    private async Task<List<(string Name, JsonElement Operation)>> OperationsAsync() =>
        [.. (await ReadAsync()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Select(operation => ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)))];

    private async Task<JsonElement> ReadAsync()
    {
        using var anybody = product.App.Anonymous();
        return await (await anybody.GetAsync(Document)).JsonAsync();
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(
        segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter
            ? $"{{{parameter.Name}}}"
            : ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)part).Content))));
}
