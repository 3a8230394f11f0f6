using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;

namespace SnoutOS.Web.Components.Sitters;

/// <summary>Who cares for the clients' pets, and what each of them may do at present.</summary>
public sealed partial class SittersPage(SitterBook book, StrikeReader strikes, NumberBook numbers, IDialogService dialogs, ISnackbar toasts)
{
    private const int MostShown = 1000;

    private static readonly DialogOptions Asking = new() { CloseOnEscapeKey = false, BackdropClick = false };

    private IReadOnlyList<SitterListing> _sitters = [];
    private IReadOnlyDictionary<Guid, SitterStrikes> _strikes = new Dictionary<Guid, SitterStrikes>();

    private IEnumerable<SitterListing> Team => _sitters.Where(sitter => sitter.Status != SitterStatus.Offboarded);

    private IEnumerable<SitterListing> Former => _sitters.Where(sitter => sitter.Status == SitterStatus.Offboarded);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        _sitters = (await book.ListAsync(Reader, after: null, MostShown, cancellationToken))!.Items;
        _strikes = await strikes.ReadAsync(Reader, cancellationToken);
    }

    private async Task AddAsync()
    {
        var free = (await numbers.ListAsync(Reader, after: null, MostShown, Leaving))!.Items.Where(Numbers.NumberOptions.MayBeASitters);
        await AskAsync<AddSitterDialog>(new() { { dialog => dialog.FreeNumbers, [.. free] } });
    }

    private async Task OpenAsync(SitterListing sitter)
    {
        var wish = await AskAsync<SitterDialog>(new() { { dialog => dialog.SitterId, sitter.Id }, { dialog => dialog.Strikes, _strikes.GetValueOrDefault(sitter.Id) } });
        if (wish is StandingWish standing)
        {
            var parameters = new DialogParameters<StandingDialog> { { dialog => dialog.Sitter, sitter }, { dialog => dialog.Wish, standing } };
            parameters.Add(dialog => dialog.Strikes, _strikes.GetValueOrDefault(sitter.Id));
            await AskAsync(parameters);
        }
    }

    /// <summary>A dialog closes with a sentence that says what happened, or with the wish that another one be opened.</summary>
    private async Task<object?> AskAsync<TDialog>(DialogParameters<TDialog> parameters)
        where TDialog : IComponent
    {
        var dialog = await dialogs.ShowAsync<TDialog>("", parameters, Asking);
        if (await dialog.Result is not { Canceled: false } result)
        {
            return null;
        }

        if (result.Data is string sentence)
        {
            toasts.Add(sentence);
            await RefreshAsync();
        }

        return result.Data;
    }
}
