using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api.Description;

/// <summary>What the API is called, how to sign in, and what every refusal looks like.</summary>
internal sealed class TitleTransformer : IOpenApiDocumentTransformer
{
    public const string Problem = "Problem";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "SnoutOS",
            Version = ApiDescription.Document,
            Description = "Messaging between a pet-care business and its clients. Times are RFC 3339 in UTC, lists are paged by cursor, and every refusal has a stable code.",
        };
        document.AddComponent(AccessSchemes.Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token from POST /api/auth/login, or a personal one.",
        });
        document.AddComponent(Problem, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal, as RFC 9457 has it.",
            Required = new HashSet<string>(["status", "title", "detail", "code"], StringComparer.Ordinal),
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "One sentence for a person." },
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable, for a program." },
            },
        });
        return Task.CompletedTask;
    }
}
