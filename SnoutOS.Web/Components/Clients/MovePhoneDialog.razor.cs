using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Clients;

/// <summary>Gives one of a client's own phones to another client.</summary>
public sealed partial class MovePhoneDialog(ClientBook book, ClientCare care, CurrentUser current)
{
    private ClientSummary? _client;
    private string? _e164;
    private ClientListing? _to;
    private string? _refusal;

    [Parameter, EditorRequired]
    public Guid ClientId { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _client = await book.FindAsync(await current.GetAsync(), ClientId, CancellationToken.None);
        _e164 = _client is { Phones: [var only] } ? only.E164 : null;
    }

    private async Task MoveAsync()
    {
        if (_to is null || _e164 is null)
        {
            return;
        }

        var phone = PhoneNumber.Parse(_e164, null);
        _refusal = ClientWords.Of(await care.MovePhoneAsync(await current.GetAsync(), ClientId, phone, _to.Id, CancellationToken.None));
        if (_refusal is null)
        {
            Dialog.Close(DialogResult.Ok(new ClientDeed($"{phone} is {_to.Name}'s phone now.", ClientId)));
        }
    }
}
