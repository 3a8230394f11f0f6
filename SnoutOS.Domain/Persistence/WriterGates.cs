namespace SnoutOS.Domain.Persistence;

/// <summary>
/// Lets one unit of work of an organization through at a time, and only so many in all: those who wait do it here,
/// without a connection, since each unit under way may need a second one for what it looks up across organizations.
/// </summary>
internal sealed class WriterGates(int count) : IDisposable
{
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, count).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> EnterAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var gate = GateOf(scope);
        await gate.WaitAsync(cancellationToken);
        return new Passage(gate);
    }

    public void Dispose() => Array.ForEach(_gates, gate => gate.Dispose());

    /// <summary>The first gate is the installation's where there are several, so that no organization delays the ledger.</summary>
    private SemaphoreSlim GateOf(TenantScope scope) => scope.IsInstallation || count == 1
        ? _gates[0]
        : _gates[1 + (int)((uint)scope.OrganizationId.GetHashCode() % (uint)(count - 1))];

    private sealed class Passage(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
