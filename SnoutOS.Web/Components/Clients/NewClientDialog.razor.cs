using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Clients;

/// <summary>Takes on a client. Somebody who has written from one of the phones becomes that client.</summary>
public sealed partial class NewClientDialog(ClientBook book, CurrentUser current)
{
    private readonly ClientForm _form = new();
    private string? _refusal;
    private bool _isSaving;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private async Task AddAsync()
    {
        if (_isSaving || _form.Read() is not { } entry)
        {
            return;
        }

        _isSaving = true;
        try
        {
            var recording = await book.RegisterAsync(await current.GetAsync(), entry, CancellationToken.None);
            _form.Refuse(entry, recording);
            _refusal = ClientWords.Of(recording);
            if (recording is ClientRecording.Recorded recorded)
            {
                Dialog.Close(DialogResult.Ok(new ClientDeed($"{entry.Name} is on your list.", recorded.ClientId)));
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
