using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Access;
using SnoutOS.Web.Live;

namespace SnoutOS.Web.Components.Shared;

/// <summary>
/// A component that shows the database as it is now. It watches first and reads second, so nothing falls between;
/// it reads once at a time; and a burst of changes, however long, costs one more read for each pause.
/// </summary>
public abstract partial class LiveComponent : ComponentBase, IAsyncDisposable
{
    /// <summary>The least time between two reads. The first change after a quiet moment is read at once.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _watch;
    private long? _lastRead;
    private bool _isReading;
    private bool _isStale;

    [Inject]
    protected OrganizationTime Time { get; set; } = null!;

    [Inject]
    protected TimeProvider SystemClock { get; set; } = null!;

    [Inject]
    private ThreadNotifier Notifier { get; set; } = null!;

    [Inject]
    private CurrentUser CurrentUser { get; set; } = null!;

    [Inject]
    private SnoutDb Database { get; set; } = null!;

    [Inject]
    private ILogger<LiveComponent> Logger { get; set; } = null!;

    /// <summary>Who looks at it; known before the first <see cref="LoadAsync"/>.</summary>
    protected Actor Reader { get; private set; } = null!;

    /// <summary>Cancelled as the component leaves the page.</summary>
    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>Whether a read has succeeded, so that there is something to show.</summary>
    protected bool IsLoaded { get; private set; }

    /// <summary>Whether the last read failed.</summary>
    protected bool HasFailed { get; private set; }

    /// <summary>Reads what the component shows. Its changes are rendered when it returns.</summary>
    protected abstract Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Whether a change touches what is shown. Called off the renderer's thread.</summary>
    protected virtual bool Concerns(ThreadChanged change) => true;

    protected override async Task OnInitializedAsync()
    {
        // The prerendered page shows the skeleton; reading waits for the circuit, so that everything is read once.
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        Reader = await CurrentUser.GetAsync();
        await Time.LoadAsync(Database, Reader.OrganizationId, Leaving);
        _watch = Notifier.Watch(Reader.OrganizationId, OnChangedAsync);
        await RefreshAsync();
    }

    /// <summary>Reads again now, or once more after the read that is under way.</summary>
    protected async Task RefreshAsync()
    {
        _isStale = true;
        if (_isReading)
        {
            return;
        }

        _isReading = true;
        try
        {
            while (_isStale && !_leaving.IsCancellationRequested)
            {
                await PauseAsync();
                _isStale = false;
                _lastRead = SystemClock.GetTimestamp();
                await ReadAsync();
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The reader has gone elsewhere.
        }
        finally
        {
            _isReading = false;
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        _watch?.Dispose();
        await _leaving.CancelAsync();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task PauseAsync()
    {
        if (_lastRead is { } last && Pause - SystemClock.GetElapsedTime(last) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, SystemClock, _leaving.Token);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            await LoadAsync(_leaving.Token);
            HasFailed = false;
            IsLoaded = true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !_leaving.IsCancellationRequested)
        {
            HasFailed = true;
            LogReadFailed(Logger, failure, GetType().Name, Reader.OrganizationId);
        }

        StateHasChanged();
    }

    private async Task OnChangedAsync(ThreadChanged change)
    {
        if (!Concerns(change))
        {
            return;
        }

        try
        {
            await InvokeAsync(RefreshAsync);
        }
        catch (ObjectDisposedException)
        {
            // The circuit ended between the announcement and this line.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Component} of organization {OrganizationId} could not be read")]
    private static partial void LogReadFailed(ILogger logger, Exception failure, string component, Guid organizationId);
}
