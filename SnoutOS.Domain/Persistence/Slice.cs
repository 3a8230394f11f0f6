using Microsoft.EntityFrameworkCore;

namespace SnoutOS.Domain.Persistence;

/// <summary>One page of a list, and whether more rows follow the last one.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, bool HasMore);

public static class Slices
{
    /// <summary>Reads up to <paramref name="limit"/> rows; one more tells whether the list goes on.</summary>
    public static async Task<Slice<T>> ToSliceAsync<T>(this IQueryable<T> rows, int limit, CancellationToken cancellationToken)
    {
        var read = await rows.Take(limit + 1).ToListAsync(cancellationToken);
        return read.Count <= limit ? new Slice<T>(read, false) : new Slice<T>(read[..limit], true);
    }
}
