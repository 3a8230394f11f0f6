using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using MudBlazor;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Components.Clients;

/// <summary>The clients by name, live. Reads as far as the reader has scrolled, by keyset, and no further.</summary>
public sealed partial class ClientsPage(ClientList list, NavigationManager navigation, IDialogService dialogs, ISnackbar toasts)
{
    /// <summary>In pixels; a first guess, the list measures its rows itself.</summary>
    private const float RowHeight = 68;

    private const int PageSize = 100;

    /// <summary>From how many rows on a list is read again only now and then: every message of the business is news here, too.</summary>
    private const int Long = 500;

    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(1);

    private List<ClientListing> _rows = [];
    private bool _hasMore;
    private int _wanted = PageSize;
    private ClientCounts _counts = new(0, 0, 0);
    private ClientFilter _shown = new();
    private long? _lastRead;
    private Virtualize<ClientListing>? _virtualize;

    // A search that may be a phone number stays in this circuit, out of the address.
    private string? _unaddressedSearch;

    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "client")]
    private Guid? ClientId { get; set; }

    private ClientFilter Filter => new(ClientsAddress.View(Show), _unaddressedSearch ?? Query ?? "");

    private string FoundWords => !IsLoaded || _shown.Search.Length == 0 ? "" : ClientWords.Found(_rows.Count, _hasMore);

    protected override async Task OnParametersSetAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        if (IsLoaded && _shown != Filter)
        {
            _wanted = PageSize;
            await RefreshAsync();
        }

        await FollowAddressAsync();
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await RestAsync(cancellationToken);
        var filter = Filter;
        var page = await list.ReadAsync(Reader, filter, after: null, _wanted, cancellationToken);
        _counts = await list.CountAsync(Reader, cancellationToken);
        (_rows, _hasMore, _shown) = ([.. page.Items], page.HasMore, filter);
        if (_virtualize is not null)
        {
            await _virtualize.RefreshDataAsync();
        }
    }

    private async Task RestAsync(CancellationToken cancellationToken)
    {
        if (_wanted > Long && _lastRead is { } last && LongPause - SystemClock.GetElapsedTime(last) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, SystemClock, cancellationToken);
        }

        _lastRead = SystemClock.GetTimestamp();
    }

    private async ValueTask<ItemsProviderResult<ClientListing>> ProvideAsync(ItemsProviderRequest request)
    {
        var end = request.StartIndex + request.Count;
        _wanted = Math.Max(PageSize, end);
        while (_hasMore && _rows.Count < end)
        {
            var rows = _rows;
            var page = await list.ReadAsync(Reader, _shown, rows[^1].Place, Math.Max(PageSize, end - rows.Count), request.CancellationToken);
            if (rows != _rows)
            {
                // A live read has replaced the list meanwhile.
                continue;
            }

            _rows.AddRange(page.Items);
            _hasMore = page.HasMore;
        }

        return new ItemsProviderResult<ClientListing>(_rows.Skip(request.StartIndex).Take(request.Count), Total);
    }

    /// <summary>How many rows there are in all. A search is not counted; a page of placeholders stands for what follows.</summary>
    private int Total => !_hasMore ? _rows.Count
        : _shown.Search.Length > 0 ? _rows.Count + PageSize
        : Math.Max(_rows.Count + 1, _shown.View switch { ClientView.Clients => _counts.Clients, ClientView.Contacts => _counts.Contacts, ClientView.Spam => _counts.Spam });

    private void ShowSearch(string search)
    {
        _unaddressedSearch = Inbox.InboxAddress.MayBeShown(search) ? null : search;
        navigation.NavigateTo(ClientsAddress.Of(Filter.View, search), replace: true);
    }
}
