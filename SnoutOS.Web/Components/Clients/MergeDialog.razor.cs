using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Clients;

/// <summary>Merges a card into another one, having said what moves and what stays.</summary>
public sealed partial class MergeDialog(ClientBook book, ClientMerges merges, CurrentUser current)
{
    private ClientSummary? _merged;
    private ClientListing? _picked;
    private MergeOutlook? _outlook;
    private string? _refusal;

    /// <summary>The card that goes into the other.</summary>
    [Parameter, EditorRequired]
    public Guid MergedId { get; set; }

    /// <summary>The card that stays; null lets it be picked.</summary>
    [Parameter]
    public Guid? SurvivorId { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _merged = await book.FindAsync(await current.GetAsync(), MergedId, CancellationToken.None);
        if (SurvivorId is { } survivor)
        {
            await LookAheadAsync(survivor);
        }
    }

    private async Task PickAsync(ClientListing? picked)
    {
        (_picked, _outlook, _refusal) = (picked, null, null);
        if (picked is not null)
        {
            await LookAheadAsync(picked.Id);
        }
    }

    private async Task LookAheadAsync(Guid survivor)
    {
        _outlook = await merges.LookAheadAsync(await current.GetAsync(), MergedId, survivor, CancellationToken.None);
        _refusal = _outlook is null ? ClientWords.Of(MergeResult.NotMergeable) : null;
    }

    private async Task MergeAsync()
    {
        if (_outlook is null || (SurvivorId ?? _picked?.Id) is not { } survivor)
        {
            return;
        }

        _refusal = ClientWords.Of(await merges.MergeAsync(await current.GetAsync(), MergedId, survivor, CancellationToken.None));
        if (_refusal is null)
        {
            Dialog.Close(DialogResult.Ok(new ClientDeed($"{_outlook.MergedName} is merged into {_outlook.SurvivorName}.", survivor)));
        }
    }
}
