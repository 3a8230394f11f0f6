using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Numbers;

/// <summary>Gives a number another use, and says beforehand what that means.</summary>
public sealed partial class NumberDialog(NumberMoves moves, CurrentUser current, OrganizationTime time, TimeProvider clock)
{
    private Use? _use;
    private Guid? _sitterId;
    private string? _refusal;

    private enum Use
    {
        Sitters,
        Pool,
        None,
    }

    [Parameter, EditorRequired]
    public NumberListing Number { get; set; } = null!;

    /// <summary>Sitters who have no number.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SitterListing> Sitters { get; set; } = [];

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private OrganizationTime Time => time;

    private string ActWord => _use switch
    {
        Use.Sitters => "Give it to the sitter",
        Use.Pool => "Move it to the pool",
        Use.None => "Take it out of use",
        null => "Change",
    };

    private async Task ChangeAsync()
    {
        if (_use is not { } use)
        {
            return;
        }

        var actor = await current.GetAsync();
        var change = await (use switch
        {
            Use.Sitters => moves.ReclassifyAsync(actor, Number.Id, NumberClass.Sitter, _sitterId, FormerFrontDesk.Released, CancellationToken.None),
            Use.Pool => moves.ReclassifyAsync(actor, Number.Id, NumberClass.Pool, sitterId: null, FormerFrontDesk.Released, CancellationToken.None),
            Use.None => moves.ReleaseAsync(actor, Number.Id, CancellationToken.None),
        });
        _refusal = NumberWords.Of(change, time);
        if (_refusal is null)
        {
            Dialog.Close(DialogResult.Ok(DoneWords(use)));
        }
    }

    private string DoneWords(Use use)
    {
        var digits = PhoneNumberReader.Whole(Number.Phone);
        return use switch
        {
            Use.Sitters => $"{digits} belongs to {Sitters.FirstOrDefault(sitter => sitter.Id == _sitterId)?.Name} now.",
            Use.Pool => $"{digits} is in the pool now.",
            Use.None => $"{digits} is out of use. What arrives there still reaches you.",
        };
    }
}
