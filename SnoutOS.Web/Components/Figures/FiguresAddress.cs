using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Observability;

namespace SnoutOS.Web.Components.Figures;

/// <summary>The addresses of the page of figures: whom and what it counts lives in them.</summary>
public static class FiguresAddress
{
    public const string Page = "anti-poaching";

    public static string Of(Guid? sitterId, FindingType? type)
    {
        string[] query =
        [
            .. sitterId is { } id ? [$"sitter={id}"] : Array.Empty<string>(),
            .. type is { } only ? [$"type={TagWords.Of(only)}"] : Array.Empty<string>(),
        ];
        return query.Length == 0 ? Page : $"{Page}?{string.Join('&', query)}";
    }
}
