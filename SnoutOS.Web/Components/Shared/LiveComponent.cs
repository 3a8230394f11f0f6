using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Access;
using SnoutOS.Web.Live;

namespace SnoutOS.Web.Components.Shared;

/// <summary>
/// A component that shows the database as it is now. It watches first and reads second, so nothing falls between;
/// it reads once at a time; and a burst of changes, however long, costs one more read for each pause. What changes by
/// the clock alone is read again at that instant.
/// </summary>
public abstract partial class LiveComponent : ComponentBase, IAsyncDisposable
{
    /// <summary>The least time between two reads. The first change after a quiet moment is read at once.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a read that failed is left alone before the clock asks for another.</summary>
    public static readonly TimeSpan Respite = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _watch;
    private ITimer? _alarm;
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

    /// <summary>When the last read began. What changes by itself is counted from here, so that nothing falls into a slow read.</summary>
    protected DateTimeOffset ReadAt { get; private set; }

    /// <summary>
    /// The next instant after <see cref="ReadAt"/> at which what was read changes by itself: a window opens or closes, a
    /// day ends. Asked after each read; null while time changes nothing.
    /// </summary>
    protected virtual DateTimeOffset? NextChangeAt => null;

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
        if (_alarm is not null)
        {
            await _alarm.DisposeAsync();
        }

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
            ReadAt = SystemClock.GetUtcNow();
            await LoadAsync(_leaving.Token);
            HasFailed = false;
            IsLoaded = true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !_leaving.IsCancellationRequested)
        {
            HasFailed = true;
            LogReadFailed(Logger, failure, GetType().Name, Reader.OrganizationId);
        }

        SetAlarm();
        StateHasChanged();
    }

    /// <summary>One timer for each open page, set anew by every read; there is no polling, and no worker for all pages.</summary>
    private void SetAlarm()
    {
        if (_leaving.IsCancellationRequested || NextChangeAt is not { } at)
        {
            _alarm?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // Whole milliseconds, as timers count, and never too early: a read before the instant would find nothing changed.
        var rest = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (at - SystemClock.GetUtcNow()).TotalMilliseconds)));
        rest = HasFailed && rest < Respite ? Respite : rest;
        _alarm ??= SystemClock.CreateTimer(_ => _ = ReadAgainAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _alarm.Change(rest, Timeout.InfiniteTimeSpan);
    }

    private Task OnChangedAsync(ThreadChanged change) => Concerns(change) ? ReadAgainAsync() : Task.CompletedTask;

    private async Task ReadAgainAsync()
    {
        try
        {
            await InvokeAsync(RefreshAsync);
        }
        catch (ObjectDisposedException)
        {
            // The circuit ended between the news, or the alarm, and this line.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Component} of organization {OrganizationId} could not be read")]
    private static partial void LogReadFailed(ILogger logger, Exception failure, string component, Guid organizationId);
}
