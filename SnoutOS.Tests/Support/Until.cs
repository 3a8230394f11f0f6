namespace SnoutOS.Tests.Support;

/// <summary>Waits for something that background work brings about, looking again until it is so.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<T> FoundAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);
        }
    }

    public static Task TrueAsync(Func<Task<bool>> look) => FoundAsync(async () => await look() ? "yes" : null);
}
