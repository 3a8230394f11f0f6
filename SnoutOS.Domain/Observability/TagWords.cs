using System.Collections.Frozen;
using System.Text.Json;

namespace SnoutOS.Domain.Observability;

/// <summary>Enum values as tags write them, such as <c>owner_inbox</c>; the form that the JSON of the API has too.</summary>
public static class TagWords
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Known<T>.Words.TryGetValue(value, out var word) ? word : "unknown";

    internal static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Words =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => Of(Enum.GetName(value)!));
    }
}
