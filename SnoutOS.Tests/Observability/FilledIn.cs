using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace SnoutOS.Tests.Observability;

/// <summary>What an endpoint asks for, with a telephone number in every field that takes text.</summary>
internal static class FilledIn
{
    /// <summary>Fields that are tried everywhere, since not every handler says in its signature what it reads.</summary>
    private static readonly string[] Usual =
        ["q", "cursor", "from", "to", "returnUrl", "thread", "email", "password", "name", "phone", "body", "reason", "From", "To", "Body", "MessageSid"];

    public static IEnumerable<ParameterInfo> Parameters(Endpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.MethodInfo ?? endpoint.Metadata.GetMetadata<MethodInfo>())?.GetParameters() ?? [];

    public static IReadOnlyList<string> Fields(Endpoint endpoint) =>
        [.. Parameters(endpoint).SelectMany(parameter => IsBody(parameter.ParameterType)
            ? parameter.ParameterType.GetProperties().Select(NameOf)
            : [parameter.Name ?? "value"]).Concat(Usual).Distinct(StringComparer.Ordinal)];

    /// <summary>The bodies that the handler could take, of the types it asks for.</summary>
    public static IEnumerable<JsonNode> Bodies(Endpoint endpoint, string number, Guid id) =>
        Parameters(endpoint).Where(parameter => IsBody(parameter.ParameterType)).Select(parameter => Fill(parameter.ParameterType, number, id)).OfType<JsonNode>();

    private static bool IsBody(Type type) =>
        type.Assembly.GetName().Name?.StartsWith("SnoutOS", StringComparison.Ordinal) == true && type is { IsClass: true, IsAbstract: false };

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static JsonNode? Fill(Type asked, string number, Guid id)
    {
        var type = Nullable.GetUnderlyingType(asked) ?? asked;
        return type switch
        {
            _ when type == typeof(string) => JsonValue.Create(number),
            _ when type == typeof(Guid) => JsonValue.Create(id),
            _ when type == typeof(bool) => JsonValue.Create(true),
            _ when type == typeof(DateTimeOffset) => JsonValue.Create("2026-11-22T10:00:00Z"),
            { IsEnum: true } => JsonValue.Create(JsonNamingPolicy.SnakeCaseLower.ConvertName(Enum.GetNames(type)[0])),
            { IsPrimitive: true } => JsonNode.Parse(Convert.ToString(Convert.ChangeType(1, type, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)!),
            _ when type.IsAssignableTo(typeof(IEnumerable)) => new JsonArray(Fill(ElementOf(type), number, id)),
            _ when IsBody(type) => new JsonObject(type.GetProperties().Select(property => KeyValuePair.Create(NameOf(property), Fill(property.PropertyType, number, id)))),
            _ => null,
        };
    }

    private static Type ElementOf(Type list) => list.GetElementType() ?? list.GetGenericArguments().LastOrDefault() ?? typeof(string);
}
