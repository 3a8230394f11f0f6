using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;

namespace SnoutOS.Tests.Observability;

/// <summary>
/// Calls every endpoint that the product has, with telephone numbers wherever a caller can put text: route, query,
/// headers, JSON of the right and of the wrong shape, forms, plain text. New endpoints are driven without a word here.
/// </summary>
internal sealed class EndpointDrive(HttpClient client, IReadOnlyList<string> numbers, Guid id)
{
    private int _turn;

    /// <summary>How many requests were answered.</summary>
    public int Answered { get; private set; }

    public async Task RunAsync(IEnumerable<RouteEndpoint> endpoints)
    {
        // Whatever ends a session comes last, or the rest would be driven by nobody.
        foreach (var endpoint in endpoints.OrderBy(endpoint => EndsSession(endpoint.RoutePattern.RawText ?? "")))
        {
            foreach (var method in MethodsOf(endpoint))
            {
                foreach (var request in Requests(endpoint, method))
                {
                    await SendAsync(request);
                }
            }
        }
    }

    private static bool EndsSession(string path) => path.Contains("out", StringComparison.OrdinalIgnoreCase) || path.Contains("session", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];

    private IEnumerable<HttpRequestMessage> Requests(RouteEndpoint endpoint, string method)
    {
        yield return Request(endpoint, method, null);
        if (method is "GET" or "HEAD" or "OPTIONS" || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            yield break;
        }

        foreach (var body in FilledIn.Bodies(endpoint, Number(), id))
        {
            yield return Request(endpoint, method, JsonContent.Create(body));
        }

        var fields = FilledIn.Fields(endpoint);
        yield return Request(endpoint, method, JsonContent.Create(new JsonObject(fields.Select(field => KeyValuePair.Create(field, (JsonNode?)Number())))));
        yield return Request(endpoint, method, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field, Number()))));
        yield return Request(endpoint, method, new StringContent($"{{\"phone\": {Number()}, ", Encoding.UTF8, "application/json"));
        yield return Request(endpoint, method, new StringContent(Number(), Encoding.UTF8, "text/plain"));
    }

    private HttpRequestMessage Request(RouteEndpoint endpoint, string method, HttpContent? content)
    {
        var query = string.Join('&', FilledIn.Fields(endpoint).Select(field => $"{field}={Uri.EscapeDataString(Number())}"));
        var request = new HttpRequestMessage(HttpMethod.Parse(method), $"{PathOf(endpoint.RoutePattern)}?{query}") { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", $"phone of {Number()}");
        request.Headers.TryAddWithoutValidation("Referer", $"http://localhost/messages?q={Number()}");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Number());
        return request;
    }

    private string PathOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Uri.EscapeDataString(ValueOf(parameter)),
        _ => "",
    }))));

    private string ValueOf(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy => policy.Content == "guid") ? id.ToString()
        : parameter.ParameterPolicies.Any(policy => policy.Content is "int" or "long") ? "1"
        : Number();

    private string Number() => numbers[_turn++ % numbers.Count];

    private async Task SendAsync(HttpRequestMessage request)
    {
        using (request)
        using (var answer = await client.SendAsync(request))
        {
            await answer.Content.ReadAsByteArrayAsync();
            Answered++;
        }
    }
}
