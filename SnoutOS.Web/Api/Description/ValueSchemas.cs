using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Api.Description;

/// <summary>Describes values that have a way of their own into JSON, which the generator cannot see through.</summary>
internal sealed class ValueSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var asked = context.JsonTypeInfo.Type;
        var type = Nullable.GetUnderlyingType(asked) ?? asked;
        var orNull = type == asked ? default : JsonSchemaType.Null;
        if (type == typeof(DateTimeOffset) || type == typeof(VisitTime))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String | orNull, "date-time");
        }
        else if (type == typeof(PhoneNumber))
        {
            (schema.Type, schema.Description) = (JsonSchemaType.String | orNull, "A telephone number in short form, such as •••• 0142.");
        }

        return Task.CompletedTask;
    }
}
