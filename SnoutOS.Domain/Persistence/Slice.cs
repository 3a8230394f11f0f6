namespace SnoutOS.Domain.Persistence;

/// <summary>One page of a list, and whether more rows follow the last one.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, bool HasMore);

public static class Slices
{
    /// <summary>Cuts rows of which one more was read than a page holds: it tells whether the list goes on.</summary>
    public static Slice<T> Cut<T>(this List<T> rows, int limit) =>
        rows.Count <= limit ? new Slice<T>(rows, false) : new Slice<T>(rows[..limit], true);
}
