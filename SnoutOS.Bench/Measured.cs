using System.Diagnostics;

namespace SnoutOS.Bench;

/// <summary>What one of many equal steps took, as their mean in one round.</summary>
internal readonly record struct Measured(double Nanoseconds, double Bytes)
{
    public static Measured Of(int steps, Action work)
    {
        var (allocated, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        work();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new Measured(elapsed.TotalNanoseconds / steps, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / steps);
    }

    /// <summary>The same for work that may go on on another thread: everything that the process allocates counts.</summary>
    public static async Task<Measured> OfAsync(int steps, Func<Task> work)
    {
        var (allocated, started) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
        await work();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new Measured(elapsed.TotalNanoseconds / steps, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / steps);
    }
}

internal static class Medians
{
    public static double MedianOf<T>(this IReadOnlyCollection<T> rounds, Func<T, double> value)
    {
        var sorted = rounds.Select(value).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
