using Microsoft.AspNetCore.Components.Forms;
using SnoutOS.Domain.Imports;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Imports;

/// <summary>Brings files of other programs in: a dry run shows what each row would do, the same run committed does it.</summary>
public sealed partial class ImportPage(
    ImportDesk desk, CurrentUser current, SnoutDb database, OrganizationTime time, TimeProvider clock, ILogger<ImportPage> logger) : IAsyncDisposable
{
    /// <summary>How often a page is told how far a run has come.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private ImportKind _kind = ImportKind.Clients;
    private ImportFile? _file;
    private int _round;
    private bool _isDryRun;
    private ImportProgress? _progress;
    private ImportReport? _report;
    private string? _refusal;
    private CancellationTokenSource? _run;

    private ImportGuide Guide => ImportGuide.Of(_kind);

    private bool IsBusy => _run is not null;

    public async ValueTask DisposeAsync() => await CancelAsync();

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            await time.LoadAsync(database, (await current.GetAsync()).OrganizationId, CancellationToken.None);
        }
    }

    private void Choose(ImportKind kind) => (_kind, _file, _report, _refusal) = (kind, null, null, null);

    private async Task ChosenAsync(InputFileChangeEventArgs chosen)
    {
        // A new field for the next choice: a browser does not tell of the same file chosen again.
        _round++;
        (_report, _refusal) = (null, null);
        try
        {
            _file = await ImportFile.ReadAsync(chosen.File, CancellationToken.None);
        }
        catch (IOException)
        {
            _file = new ImportFile(chosen.File.Name, "", "The file could not be read. Choose it again.");
        }

        _refusal = _file.Refusal;
        if (_refusal is null)
        {
            await RunAsync(isDryRun: true);
        }
    }

    private Task ImportAsync() => RunAsync(isDryRun: false);

    private async Task RunAsync(bool isDryRun)
    {
        if (IsBusy || _file is not { } file)
        {
            return;
        }

        using var run = new CancellationTokenSource();
        (_run, _isDryRun, _progress, _refusal) = (run, isDryRun, new ImportProgress(0, 1), null);
        var actor = await current.GetAsync();
        var (kind, text, progress) = (_kind, file.Text, new Ticks(this));
        try
        {
            // Beside the circuit, which goes on to draw and to hear "Stop".
            _report = await Task.Run(() => desk.RunAsync(actor, kind, text, isDryRun, progress, run.Token), run.Token);
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            _refusal = "Stopped. Nothing was written.";
        }
        catch (Exception failure)
        {
            _refusal = "The file could not be imported just now. Nothing was written. Try again in a moment.";
            LogRunFailed(logger, failure, kind, actor.OrganizationId);
        }
        finally
        {
            (_run, _progress) = (null, null);
        }
    }

    private async Task CancelAsync()
    {
        if (_run is { } run)
        {
            await run.CancelAsync();
        }
    }

    private void Show(ImportProgress progress)
    {
        if (IsBusy)
        {
            _progress = progress;
            StateHasChanged();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An import of {Kind} failed in organization {OrganizationId}")]
    private static partial void LogRunFailed(ILogger logger, Exception failure, ImportKind kind, Guid organizationId);

    /// <summary>Called from the run's own thread for every row; the page is told now and then.</summary>
    private sealed class Ticks(ImportPage page) : IProgress<ImportProgress>
    {
        private long _last = page.Now;

        public void Report(ImportProgress value)
        {
            if (value.Done == 0 || page.Elapsed(_last) >= Tick)
            {
                _last = page.Now;
                _ = page.InvokeAsync(() => page.Show(value));
            }
        }
    }

    private long Now => clock.GetTimestamp();

    private TimeSpan Elapsed(long since) => clock.GetElapsedTime(since);
}
