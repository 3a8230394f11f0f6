using SnoutOS.Domain.Access;
using SnoutOS.Domain.Policing;

namespace SnoutOS.Web.Components.Policing;

/// <summary>
/// One comparison at a time for each circuit: a page that was left has cancelled its own, and the next one begins when
/// that one is out of the way.
/// </summary>
public sealed class WhatIfDesk(WhatIf whatIf) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public bool IsBusy => _turn.CurrentCount == 0;

    public async Task<WhatIfReport> RunAsync(Actor reader, RuleSet rules, IProgress<WhatIfProgress> progress, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            return await whatIf.RunAsync(reader, rules, progress, stop);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
