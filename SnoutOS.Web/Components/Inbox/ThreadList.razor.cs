using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;
using SnoutOS.Domain.Inbox;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Inbox;

/// <summary>The conversations, newest first, live. Reads as far as the reader has scrolled, by keyset, and no further.</summary>
public sealed partial class ThreadList
{
    /// <summary>In pixels; the same as the row's stylesheet says.</summary>
    private const float RowHeight = 88;

    private const int PageSize = 50;

    private List<ThreadSummary> _rows = [];
    private PageCursor? _next;
    private int _wanted = PageSize;
    private int _unread;
    private int _needsOwner;
    private DateTimeOffset? _inboxChangesAt;
    private ThreadFilter _shown = new();
    private Virtualize<ThreadSummary>? _virtualize;
    private ElementReference _scroller;
    private IJSObjectReference? _place;
    private bool _hasRows;

    [Parameter]
    public InboxView View { get; set; }

    [Parameter]
    public string Search { get; set; } = "";

    [Parameter]
    public Guid? SelectedId { get; set; }

    [Parameter]
    public EventCallback<string> OnSearch { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private InboxReader Inbox { get; set; } = null!;

    /// <summary>A title is seen by whoever looks at the tabs of a browser: a count, never a name.</summary>
    private string PageTitle => _unread > 0 ? $"({_unread}) Messages · SnoutOS" : "Messages · SnoutOS";

    protected override DateTimeOffset? NextChangeAt =>
        Clockwork.Next(ReadAt, [Time.DayEndsAt, _inboxChangesAt, .. _rows.Select(row => row.ChangesAfter(ReadAt))]);

    protected override async Task OnParametersSetAsync()
    {
        if (IsLoaded && _shown != new ThreadFilter(View, Search))
        {
            _wanted = PageSize;
            await RefreshAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Browser.DetachAsync(_place);
    }

    // The scroller comes with the first row and goes with the last one.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_hasRows == (IsLoaded && _rows.Count > 0))
        {
            return;
        }

        _hasRows = !_hasRows;
        var before = _place;
        _place = null;
        await Browser.DetachAsync(before);
        if (_hasRows)
        {
            _place = await Browser.AttachAsync(Assets["js/list.js"], _scroller);
        }
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var filter = new ThreadFilter(View, Search);
        var rows = new List<ThreadSummary>();
        PageCursor? next = null;
        do
        {
            var page = await Inbox.ThreadsAsync(Reader, filter, next, PageSize, cancellationToken);
            rows.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null && rows.Count < _wanted);

        _unread = await Inbox.UnreadCountAsync(Reader, cancellationToken);
        _needsOwner = await Inbox.NeedsOwnerCountAsync(Reader, cancellationToken);
        _inboxChangesAt = await Inbox.OwnerInboxChangesAsync(Reader, Time.DayEndsAt, cancellationToken);
        (_rows, _next, _shown) = (rows, next, filter);
        if (_virtualize is not null)
        {
            await _virtualize.RefreshDataAsync();
        }
    }

    private async ValueTask<ItemsProviderResult<ThreadSummary>> ProvideAsync(ItemsProviderRequest request)
    {
        var end = request.StartIndex + request.Count;
        _wanted = Math.Max(PageSize, end);
        while (_next is { } cursor && _rows.Count < end)
        {
            var rows = _rows;
            var page = await Inbox.ThreadsAsync(Reader, _shown, cursor, PageSize, request.CancellationToken);
            if (rows != _rows)
            {
                // A live read has replaced the list meanwhile, with its own cursor.
                continue;
            }

            _rows.AddRange(page.Items);
            _next = page.Next;
        }

        // One page of placeholders stands for whatever follows: a keyset knows that there is more, not how much.
        var total = _rows.Count + (_next is null ? 0 : PageSize);
        return new ItemsProviderResult<ThreadSummary>(_rows.Skip(request.StartIndex).Take(request.Count), total);
    }
}
