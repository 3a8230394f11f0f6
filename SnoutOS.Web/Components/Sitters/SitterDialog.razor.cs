using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Sitters;

/// <summary>A sitter's card. Opening it shows their own phone whole, which is audited.</summary>
public sealed partial class SitterDialog(
    SitterBook book, SitterAccounts accounts, CurrentUser current, OrganizationTime time, TimeProvider clock)
{
    private SitterCard? _card;
    private string _name = "";
    private string _phone = "";
    private string _password = "";
    private string? _refusal;

    [Parameter, EditorRequired]
    public Guid SitterId { get; set; }

    /// <summary>Where they stand with messages that were held back.</summary>
    [Parameter]
    public SitterStrikes? Strikes { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private OrganizationTime Time => time;

    protected override async Task OnInitializedAsync()
    {
        _card = await book.RevealAsync(await current.GetAsync(), SitterId, CancellationToken.None);
        _name = _card?.Sitter.Name ?? "";
        _phone = _card?.Phone is { } phone ? PhoneNumberReader.Whole(phone) : "";
    }

    private static IEnumerable<(StandingWish Wish, string Words)> Wishes(SitterListing sitter) => sitter.Status switch
    {
        SitterStatus.Active => [(StandingWish.Lock, "Lock messaging"), (StandingWish.Offboard, "Offboard")],
        SitterStatus.Locked => [(StandingWish.Unlock, "Unlock messaging"), (StandingWish.Offboard, "Offboard")],
        SitterStatus.Offboarded => [(StandingWish.Rehire, "Take them back")],
    };

    private async Task SaveAsync()
    {
        var name = _name.Trim();
        _refusal = SitterWords.Objection(name, _phone, out var phone);
        if (_refusal is not null)
        {
            return;
        }

        var recording = await accounts.ChangeAsync(
            await current.GetAsync(), SitterId, name, phone, _password.Length == 0 ? null : _password, CancellationToken.None);
        _refusal = SitterWords.Of(recording, time);
        if (_refusal is null)
        {
            Dialog.Close(DialogResult.Ok($"{name}'s card is saved."));
        }
    }
}
