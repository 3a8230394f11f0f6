using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Inbox;

/// <summary>The list beside the open conversation. It holds no data of its own: the address says what is shown.</summary>
public sealed partial class MessagesPage
{
    // A search that may be a phone number stays in this circuit, out of the address.
    private string? _unaddressedSearch;

    // Null for the moment in which it is not known.
    private bool? _isSitter;

    [Parameter]
    public Guid? ThreadId { get; set; }

    [SupplyParameterFromQuery(Name = "inbox")]
    private string? Inbox { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private InboxView View => InboxAddress.View(Inbox);

    private string Search => _unaddressedSearch ?? Query ?? "";

    protected override async Task OnInitializedAsync() => _isSitter = !(await User.GetAsync()).SeesEverything;

    private void ShowSearch(string search)
    {
        _unaddressedSearch = InboxAddress.MayBeShown(search) ? null : search;
        Navigation.NavigateTo(InboxAddress.Of(ThreadId, View, search), replace: true);
    }

    private void Reload() => Navigation.Refresh(forceReload: true);

    // Esc is our own key here (js/keyboard.js): it works from the first moment, wherever the focus is.
    private async Task ShowKeysAsync() => await Dialogs.ShowAsync<KeysDialog>("", new DialogOptions { CloseOnEscapeKey = false });
}
