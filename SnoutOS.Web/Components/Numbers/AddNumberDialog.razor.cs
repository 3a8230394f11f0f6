using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Numbers;

/// <summary>Adds a number to the pool or for a sitter. The front desk has its own way.</summary>
public sealed partial class AddNumberDialog(NumberBook book, CurrentUser current)
{
    private string _digits = "";
    private NumberClass _class = NumberClass.Pool;
    private Guid? _sitterId;
    private string? _refusal;

    /// <summary>Sitters who have no number.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SitterListing> Sitters { get; set; } = [];

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private async Task AddAsync()
    {
        if (!PhoneNumberReader.TryRead(_digits, out var phone))
        {
            _refusal = "That does not read like a phone number. Try it with the area code.";
            return;
        }

        var addition = await book.AddAsync(
            await current.GetAsync(), phone.Value, _class, _class == NumberClass.Sitter ? _sitterId : null, CancellationToken.None);
        _refusal = NumberWords.Of(addition);
        if (_refusal is null)
        {
            Dialog.Close(DialogResult.Ok($"{PhoneNumberReader.Whole(phone.Value)} is yours to write from."));
        }
    }
}
