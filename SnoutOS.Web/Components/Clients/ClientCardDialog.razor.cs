using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Clients;

/// <summary>A client's card, or a contact's. Opening it shows their phones whole, which is audited.</summary>
public sealed partial class ClientCardDialog(ClientFiles files, ClientBook book, ClientCare care, ClientMerges merges, CurrentUser current)
{
    private ClientFile? _file;
    private ClientForm _form = new();
    private bool _isGone;
    private bool _isSaving;
    private string? _refusal;

    [Parameter, EditorRequired]
    public Guid ClientId { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private bool IsClient => _file?.Card.Client.Classification is ClientClassification.Recurring or ClientClassification.OneTime;

    private bool MayBeWritten => _file is { MergedInto: null } && (IsClient || _file.Card.Client.Classification == ClientClassification.Contact);

    private string? Lead => _file switch
    {
        { MergedInto: null, Card.Client.Classification: ClientClassification.Contact } =>
            "They texted you and are not on your list. Give them a name to make them a client: their conversations stay with them.",
        { MergedInto: null, Card.Client.Classification: ClientClassification.Spam } =>
            "What they write is kept, but it never reaches your inbox and is never answered.",
        { Card.Client.Classification: ClientClassification.Staff } => "A phone of your own team.",
        { Card.Client.Classification: ClientClassification.Service } => "A service that texts you, not a person.",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        _file = await files.OpenAsync(await current.GetAsync(), ClientId, CancellationToken.None);
        _isGone = _file is null;
        _form = _file is null ? new() : ClientForm.Of(_file.Card.Entry);
    }

    private void CloseWith(ClientWish wish) => Dialog.Close(DialogResult.Ok<ClientWish>(wish));

    private void CloseWith(string sentence) => Dialog.Close(DialogResult.Ok(new ClientDeed(sentence, ClientId)));

    private async Task SaveAsync()
    {
        if (_isSaving || _form.Read() is not { } entry)
        {
            return;
        }

        _isSaving = true;
        try
        {
            var recording = await book.ChangeAsync(await current.GetAsync(), ClientId, entry, CancellationToken.None);
            _form.Refuse(entry, recording);
            _refusal = ClientWords.Of(recording);
            if (recording is ClientRecording.Recorded)
            {
                CloseWith(IsClient ? $"{entry.Name}'s card is saved." : $"{entry.Name} is on your list.");
            }
        }
        finally
        {
            _isSaving = false;
        }
    }

    /// <summary>Takes the phone off the other card. It is on this one then, whatever else of it is saved or not.</summary>
    private async Task TakePhoneAsync(PhoneLine line)
    {
        if (line is { Holder: { } holder, Phone: { } phone })
        {
            _refusal = ClientWords.Of(await care.MovePhoneAsync(await current.GetAsync(), holder.ClientId, phone, ClientId, CancellationToken.None));
            if (_refusal is null)
            {
                await SaveAsync();
            }
        }
    }

    private async Task MarkSpamAsync()
    {
        _refusal = ClientWords.Of(await care.MarkSpamAsync(await current.GetAsync(), ClientId, CancellationToken.None));
        if (_refusal is null)
        {
            CloseWith("Marked as spam. What they write reaches nobody from now on.");
        }
    }

    private async Task UnmarkSpamAsync()
    {
        _refusal = ClientWords.Of(await care.UnmarkSpamAsync(await current.GetAsync(), ClientId, CancellationToken.None));
        if (_refusal is null)
        {
            CloseWith("They are among your contacts again.");
        }
    }

    private async Task UndoAsync(MergedCard merged)
    {
        _refusal = ClientWords.Of(await merges.UndoAsync(await current.GetAsync(), merged.Id, CancellationToken.None));
        if (_refusal is null)
        {
            CloseWith($"{merged.Name} has a card of their own again.");
        }
    }
}
