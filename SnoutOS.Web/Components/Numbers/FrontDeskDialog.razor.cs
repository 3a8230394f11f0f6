using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Numbers;

/// <summary>Puts another number in the place of the front desk's.</summary>
public sealed partial class FrontDeskDialog(NumberMoves moves, CurrentUser current, OrganizationTime time)
{
    private Guid? _successor;
    private FormerFrontDesk _former = FormerFrontDesk.Released;
    private string? _refusal;

    /// <summary>The front desk as it is.</summary>
    [Parameter, EditorRequired]
    public NumberListing Number { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<NumberListing> Candidates { get; set; } = [];

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private async Task ReplaceAsync()
    {
        if (Candidates.FirstOrDefault(number => number.Id == _successor) is not { } successor)
        {
            _refusal = "Pick the number that takes its place.";
            return;
        }

        var change = await moves.ReclassifyAsync(
            await current.GetAsync(), successor.Id, NumberClass.FrontDesk, sitterId: null, _former, CancellationToken.None);
        _refusal = NumberWords.Of(change, time);
        if (_refusal is null)
        {
            Dialog.Close(DialogResult.Ok($"{PhoneNumberReader.Whole(successor.Phone)} is your front desk now."));
        }
    }
}
