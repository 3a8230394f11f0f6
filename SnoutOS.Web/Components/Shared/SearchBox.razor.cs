using Microsoft.AspNetCore.Components;

namespace SnoutOS.Web.Components.Shared;

/// <summary>A field that tells what is looked for after a short pause of typing.</summary>
public sealed partial class SearchBox : IAsyncDisposable
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(200);

    private string _typed = "";
    private string _last = "";
    private ITimer? _pause;

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Placeholder { get; set; } = "";

    [Parameter]
    public string? Id { get; set; }

    /// <summary>What the keyboard knows it by; null for a field that no key leads to.</summary>
    [Parameter]
    public string? Key { get; set; }

    [Parameter]
    public bool IsReady { get; set; } = true;

    [Inject]
    private TimeProvider SystemClock { get; set; } = null!;

    public ValueTask DisposeAsync() => _pause?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override void OnParametersSet()
    {
        // What is being typed is ahead of what was told; only a search that came from elsewhere replaces it.
        if (Value != _last)
        {
            _last = Value;
            _typed = Value == _typed.Trim() ? _typed : Value;
        }
    }

    private Task ClearAsync()
    {
        _typed = "";
        return TellAsync();
    }

    private async Task TypedAsync(ChangeEventArgs args)
    {
        _typed = args.Value as string ?? "";
        if (_pause is not null)
        {
            await _pause.DisposeAsync();
        }

        _pause = SystemClock.CreateTimer(_ => _ = InvokeAsync(TellAsync), null, TypingPause, Timeout.InfiniteTimeSpan);
    }

    private Task TellAsync()
    {
        var search = _typed.Trim();
        return search == Value ? Task.CompletedTask : ValueChanged.InvokeAsync(search);
    }
}
