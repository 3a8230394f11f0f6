namespace SnoutOS.Domain.Windows;

/// <summary>What several windows together allow at an instant: open until when, or opening when next.</summary>
/// <param name="ClosesAt">The end of the open stretch; null when none is open.</param>
/// <param name="NextOpensAt">The start of the next stretch after the present one; null when none is known.</param>
public readonly record struct WindowStanding(DateTimeOffset? ClosesAt, DateTimeOffset? NextOpensAt)
{
    public bool IsActive => ClosesAt is not null;
}

/// <summary>Windows that touch or overlap count as one: limits and countdowns are taken from their union.</summary>
public static class WindowUnion
{
    public static WindowStanding At(DateTimeOffset instant, IEnumerable<WindowSpan> windows)
    {
        DateTimeOffset? closesAt = null;
        foreach (var window in windows.Where(window => window.ClosesAt > instant).OrderBy(window => window.OpensAt))
        {
            if (window.OpensAt > (closesAt ?? instant))
            {
                return new WindowStanding(closesAt, window.OpensAt);
            }

            closesAt = closesAt > window.ClosesAt ? closesAt : window.ClosesAt;
        }

        return new WindowStanding(closesAt, null);
    }
}
