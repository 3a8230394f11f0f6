using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Threads;

/// <summary>Leaves a message undelivered for good, and asks whether it was rightly held back.</summary>
public sealed partial class KeepBackDialog(HeldMessages held, CurrentUser current)
{
    private string _reason = "";
    private string? _refusal;
    private bool _isFalseAlarm;
    private bool _allow;
    private bool _isKeeping;

    [Parameter, EditorRequired]
    public MessageView Message { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    /// <summary>What only waits for approval was never suspected of anything.</summary>
    private bool WasHeld => Message.Held is { Action: PoachingAction.Block };

    private IReadOnlyList<(AllowedKind Kind, string Value)> Allowable => field ??= Allowing.In(Message);

    private async Task KeepAsync()
    {
        if (_isKeeping)
        {
            return;
        }

        _isKeeping = true;
        try
        {
            _refusal = HeldWords.Objection(
                await held.DismissAsync(await current.GetAsync(), Message.Id, _reason, _isFalseAlarm, _isFalseAlarm && _allow, CancellationToken.None));
        }
        finally
        {
            _isKeeping = false;
        }

        if (_refusal is null)
        {
            Dialog.Close(DialogResult.Ok(_isFalseAlarm && Message.Held?.SitterId is not null ? "Kept back, and the strike is gone." : "Kept back."));
        }
    }
}
