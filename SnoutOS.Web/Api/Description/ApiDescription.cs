using Microsoft.AspNetCore.OpenApi;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api.Description;

/// <summary>The API's own description, at <c>/openapi/v1.json</c>.</summary>
public static class ApiDescription
{
    public const string Document = "v1";

    public static void AddApiDescription(this IServiceCollection services)
    {
        // The description is made with these options, the answers with those of the controllers; they must agree.
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.OrdinalIgnoreCase) == true;
            options.AddDocumentTransformer<TitleTransformer>();
            options.AddOperationTransformer<RefusalTransformer>();
            options.AddSchemaTransformer<ValueSchemas>();
        });
    }

    /// <summary>Whoever tries the product may read it; elsewhere it is for people who are signed in.</summary>
    public static void MapApiDescription(this WebApplication app)
    {
        var endpoint = app.MapOpenApi().WithMetadata(new ScopeAttribute(ScopeAttribute.Any));
        if (app.Environment.IsDevelopment())
        {
            endpoint.AllowAnonymous();
        }
        else
        {
            endpoint.RequireAuthorization(Policies.SignedIn);
        }
    }
}
