using System.Text.Json;

namespace SnoutOS.Tests.Api;

/// <summary>What an answer looks like, in one line that a test can compare.</summary>
internal static class Shapes
{
    /// <summary>The names of an object's fields, in order.</summary>
    public static string Fields(this JsonElement element) => string.Join(' ', element.EnumerateObject().Select(property => property.Name));

    /// <summary>The strings of an array, in order.</summary>
    public static string Words(this JsonElement element) => string.Join(' ', element.EnumerateArray().Select(item => item.GetString()));

    public static Guid Id(this JsonElement element) => element.GetProperty("id").GetGuid();
}
