using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Threads;

/// <summary>Asks why a message that was held back should leave after all; once the visit is over, asks once more.</summary>
public sealed partial class SendAnywayDialog(HeldMessages held, CurrentUser current)
{
    private string _reason = "";
    private string? _refusal;
    private bool _afterWindow;
    private bool _isSending;

    [Parameter, EditorRequired]
    public MessageView Message { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private async Task SendAsync()
    {
        if (_isSending)
        {
            return;
        }

        _isSending = true;
        try
        {
            var result = await held.ForceSendAsync(await current.GetAsync(), Message.Id, _reason, _afterWindow, CancellationToken.None);
            _afterWindow = _afterWindow || result is HeldResult.WindowClosed;
            _refusal = HeldWords.Objection(result);
        }
        finally
        {
            _isSending = false;
        }

        if (_refusal is null)
        {
            Dialog.Close(DialogResult.Ok("It goes out."));
        }
    }
}
