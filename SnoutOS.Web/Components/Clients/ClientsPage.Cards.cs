using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Components.Clients;

/// <summary>Opens the card that the address names, and the dialogs that follow from it.</summary>
public sealed partial class ClientsPage
{
    private static readonly DialogOptions Asking = new() { CloseOnEscapeKey = false, BackdropClick = false };

    private static readonly DialogOptions Reading = Asking with { MaxWidth = MaxWidth.Small };

    private Guid? _openId;
    private IDialogReference? _open;

    private async Task FollowAddressAsync()
    {
        if (ClientId == _openId)
        {
            return;
        }

        _openId = ClientId;
        _open?.Close();
        if (ClientId is { } id)
        {
            await ShowCardAsync(id);
        }
    }

    private async Task ShowCardAsync(Guid id)
    {
        var next = (Guid?)id;
        while (next == id)
        {
            var answer = await AskAsync<ClientCardDialog>(new() { { dialog => dialog.ClientId, id } }, Reading);
            if (_openId != id || !ClientsAddress.IsOfCard(navigation.ToBaseRelativePath(navigation.Uri), id))
            {
                // The address has gone on, by the back button or a link on the card, which closed it.
                return;
            }

            next = answer switch
            {
                ClientWish wish => await FulfilAsync(id, wish),
                ClientDeed deed => deed.ClientId == id ? null : deed.ClientId,
                _ => null,
            };
        }

        // In its place: the way back leads out of the list, not into cards that were closed.
        navigation.NavigateTo(ClientsAddress.Of(Filter.View, Filter.Search, next), replace: true);
    }

    /// <summary>Whose card comes next: the same one where a dialog was left without having done anything.</summary>
    private async Task<Guid?> FulfilAsync(Guid id, ClientWish wish)
    {
        if (wish is ClientWish.Visit visit)
        {
            return visit.OtherId;
        }

        var answer = wish switch
        {
            ClientWish.MergeAway => await AskAsync<MergeDialog>(new() { { dialog => dialog.MergedId, id } }, Asking),
            ClientWish.TakeOver take => await AskAsync<MergeDialog>(new() { { dialog => dialog.MergedId, take.OtherId }, { dialog => dialog.SurvivorId, id } }, Asking),
            ClientWish.MovePhone => await AskAsync<MovePhoneDialog>(new() { { dialog => dialog.ClientId, id } }, Asking),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return answer is ClientDeed deed ? deed.ClientId : id;
    }

    private async Task AddAsync()
    {
        if (await AskAsync<NewClientDialog>([], Reading) is ClientWish.Visit visit)
        {
            navigation.NavigateTo(ClientsAddress.Of(Filter.View, Filter.Search, visit.OtherId));
        }
    }

    /// <summary>A dialog closes with what it did, or with the wish that another one be opened; null where it was left.</summary>
    private async Task<object?> AskAsync<TDialog>(DialogParameters<TDialog> parameters, DialogOptions options)
        where TDialog : IComponent
    {
        _open = await dialogs.ShowAsync<TDialog>("", parameters, options);
        var result = await _open.Result;
        _open = null;
        if (result is not { Canceled: false })
        {
            return null;
        }

        if (result.Data is ClientDeed deed)
        {
            toasts.Add(deed.Sentence);
            await RefreshAsync();
        }

        return result.Data;
    }
}
