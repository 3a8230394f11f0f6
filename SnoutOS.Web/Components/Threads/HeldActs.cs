using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Threads;

/// <summary>What an owner decides about messages that were held back or masked, from their bubbles.</summary>
public sealed class HeldActs(HeldMessages held, Revealing revealing, CurrentUser current, IDialogService dialogs, ISnackbar toasts)
{
    /// <summary>Why a message of a new sitter may leave, for the audit: to look at it is all that was asked.</summary>
    private const string LookedAt = "Approved";

    public Task AskSendAnywayAsync(MessageView message) =>
        dialogs.AskAsync<SendAnywayDialog>(toasts, new() { { dialog => dialog.Message, message } });

    public Task AskKeepBackAsync(MessageView message) =>
        dialogs.AskAsync<KeepBackDialog>(toasts, new() { { dialog => dialog.Message, message } });

    public async Task LetGoAsync(MessageView message)
    {
        var result = await held.ForceSendAsync(await current.GetAsync(), message.Id, LookedAt, afterWindow: false, CancellationToken.None);
        if (HeldWords.Objection(result) is { } objection)
        {
            toasts.Add(objection, Severity.Warning);
            return;
        }

        toasts.Say("It goes out.");
    }

    /// <summary>Shows what is hidden at one place of a message to the sitters who see the rest of it.</summary>
    public async Task RevealAsync(MessageView message, IEnumerable<FindingView> findings)
    {
        foreach (var finding in findings)
        {
            await revealing.RevealAsync(await current.GetAsync(), message.Id, finding.Position, CancellationToken.None);
        }

        toasts.Say($"{FindingWords.Names(message.SeenBy)} can see it now.");
    }
}
