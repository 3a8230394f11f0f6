namespace SnoutOS.Web.Api;

/// <summary>How long a page of a list may be.</summary>
public static class Lists
{
    public const int MaxLimit = 100;
    public const int DefaultLimit = 50;
}

/// <param name="NextCursor">Asks for the next page; null on the last one.</param>
public sealed record ListAnswer<T>(IReadOnlyList<T> Items, string? NextCursor);
