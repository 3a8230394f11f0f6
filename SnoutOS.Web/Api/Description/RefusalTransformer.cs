using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api.Description;

/// <summary>Adds to each operation who may call it and how it refuses: its own codes, and those that come with its address.</summary>
internal sealed class RefusalTransformer : IOpenApiOperationTransformer
{
    private const string Messages = "api/messages/";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var refusals = metadata.OfType<RefusesAttribute>().Select(refusal => (refusal.Status, refusal.Codes)).ToList();
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(AccessSchemes.Bearer, context.Document)] = [] }];
            refusals.AddRange(Usual(context.Description.RelativePath ?? "", operation));
        }

        operation.Responses ??= [];
        foreach (var refusal in refusals.GroupBy(refusal => refusal.Status, refusal => refusal.Codes))
        {
            operation.Responses[refusal.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = $"Refused: {string.Join(", ", refusal.SelectMany(codes => codes).Distinct(StringComparer.Ordinal).Select(code => $"`{code}`"))}.",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Problems.MediaType] = new() { Schema = new OpenApiSchemaReference(TitleTransformer.Problem, context.Document) },
                },
            };
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<(int Status, IReadOnlyList<string> Codes)> Usual(string path, OpenApiOperation operation)
    {
        if (operation.RequestBody is not null || operation.Parameters is { Count: > 0 })
        {
            yield return (400, ["invalid_request"]);
        }

        yield return (401, ["unauthorized"]);
        yield return (403, ["forbidden"]);
        if (path.StartsWith(Messages, StringComparison.OrdinalIgnoreCase))
        {
            yield return (404, [Problems.FeatureOffCode]);
        }

        if (path.Contains('{', StringComparison.Ordinal) || operation.RequestBody is not null)
        {
            yield return (404, ["not_found"]);
        }

        yield return (429, ["rate_limited"]);
    }
}
