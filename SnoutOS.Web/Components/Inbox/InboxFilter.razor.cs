using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.Inbox;

namespace SnoutOS.Web.Components.Inbox;

/// <summary>The tabs and the search box above the list.</summary>
public sealed partial class InboxFilter : IAsyncDisposable
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(200);

    private string _typed = "";
    private string _lastSearch = "";
    private ITimer? _pause;

    [Parameter]
    public InboxView View { get; set; }

    [Parameter]
    public string Search { get; set; } = "";

    [Parameter]
    public Guid? SelectedId { get; set; }

    [Parameter]
    public int NeedsOwner { get; set; }

    [Parameter]
    public bool IsReady { get; set; }

    [Parameter]
    public EventCallback<string> OnSearch { get; set; }

    [Inject]
    private TimeProvider SystemClock { get; set; } = null!;

    public ValueTask DisposeAsync() => _pause?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override void OnParametersSet()
    {
        // What is being typed is ahead of the address; only a search that came from elsewhere replaces it.
        if (Search != _lastSearch)
        {
            _lastSearch = Search;
            _typed = Search == _typed.Trim() ? _typed : Search;
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
        return search == Search ? Task.CompletedTask : OnSearch.InvokeAsync(search);
    }
}
