using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Sitters;

/// <summary>Takes on a sitter.</summary>
public sealed partial class AddSitterDialog(SitterAccounts accounts, CurrentUser current, OrganizationTime time)
{
    private string _name = "";
    private string _email = "";
    private string _password = "";
    private string _phone = "";
    private Guid? _numberId;
    private string? _refusal;

    /// <summary>Numbers that a sitter could get.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<NumberListing> FreeNumbers { get; set; } = [];

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private async Task AddAsync()
    {
        var name = _name.Trim();
        _refusal = SitterWords.Objection(name, _phone, out var phone);
        if (_refusal is not null)
        {
            return;
        }

        var recording = await accounts.HireAsync(
            await current.GetAsync(),
            new NewSitter(name, _email, phone, _numberId),
            _password.Length == 0 ? null : _password,
            CancellationToken.None);
        _refusal = SitterWords.Of(recording, time);
        if (_refusal is null)
        {
            Dialog.Close(DialogResult.Ok($"{name} is on your team."));
        }
    }
}
