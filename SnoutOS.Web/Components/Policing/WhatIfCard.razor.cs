using System.Globalization;
using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Policing;

/// <summary>Shows what edited rules would have done lately. Runs beside the circuit; whoever leaves the page ends it.</summary>
public sealed partial class WhatIfCard(WhatIfDesk desk, CurrentUser current, ILogger<WhatIfCard> logger) : IAsyncDisposable
{
    private CancellationTokenSource? _run;
    private WhatIfProgress? _progress;
    private WhatIfReport? _report;
    private (RuleSet Edited, RuleSet InForce) _judged;
    private string? _word;
    private string? _refusal;
    private ElementReference _title;

    [Parameter, EditorRequired]
    public RuleSet Rules { get; set; } = RuleSet.Usual;

    [Parameter, EditorRequired]
    public RuleSet InForce { get; set; } = RuleSet.Usual;

    private bool CanRun => _run is null && Rules != InForce;

    private string Summary => _report is null ? "" : WhatIfWords.Summary(_report);

    public async ValueTask DisposeAsync() => await CancelAsync();

    protected override void OnParametersSet()
    {
        // Figures for other rules than those on the page would be read as figures for these.
        if (_report is not null && _judged != (Rules, InForce))
        {
            (_report, _word) = (null, Rules == InForce ? null : "You have changed the rules since. Look again.");
        }
    }

    private async Task RunAsync()
    {
        if (!CanRun)
        {
            return;
        }

        using var run = new CancellationTokenSource();
        (_run, _judged, _progress, _report, _word, _refusal) = (run, (Rules, InForce), new WhatIfProgress(0, 0), null, null, null);
        var reader = await current.GetAsync();
        try
        {
            // The button that was pressed goes, and the focus must not go with it.
            await _title.FocusAsync();
            _report = await desk.RunAsync(reader, _judged.Edited, new Teller(this, run.Token), run.Token);
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            _word = "Cancelled.";
        }
        catch (Exception failure)
        {
            _refusal = "The messages could not be read just now. Try again in a moment.";
            LogRunFailed(logger, failure, reader.OrganizationId);
        }

        (_run, _progress) = (null, null);
        OnParametersSet();
    }

    private async Task StopAsync()
    {
        await CancelAsync();
        await _title.FocusAsync();
    }

    private async Task CancelAsync()
    {
        if (_run is { } run)
        {
            await run.CancelAsync();
        }
    }

    private static string ProgressWords(WhatIfProgress progress) => progress.Total == 0
        ? "Looking…"
        : string.Create(CultureInfo.InvariantCulture, $"{progress.Done:N0} of {progress.Total:N0} messages");

    private void Show(WhatIfProgress progress, CancellationToken stop)
    {
        if (!stop.IsCancellationRequested && _progress is not null)
        {
            _progress = progress;
            StateHasChanged();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A comparison of rules failed in organization {OrganizationId}")]
    private static partial void LogRunFailed(ILogger logger, Exception failure, Guid organizationId);

    /// <summary>Called from the run's own thread, once for each batch.</summary>
    private sealed class Teller(WhatIfCard card, CancellationToken stop) : IProgress<WhatIfProgress>
    {
        public void Report(WhatIfProgress value) => _ = card.InvokeAsync(() => card.Show(value, stop));
    }
}
