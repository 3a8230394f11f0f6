using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace SnoutOS.Web.Components.Threads;

/// <summary>Dialogs that do what they are for and close with a sentence that says what happened.</summary>
internal static class Asking
{
    // Esc is our own key (js/keyboard.js): it works from the first moment, wherever the focus is.
    private static readonly DialogOptions Options = new() { CloseOnEscapeKey = false, BackdropClick = false };

    public static async Task AskAsync<TDialog>(this IDialogService dialogs, ISnackbar toasts, DialogParameters<TDialog> parameters)
        where TDialog : IComponent
    {
        var dialog = await dialogs.ShowAsync<TDialog>("", parameters, Options);
        if (await dialog.Result is { Canceled: false, Data: string sentence })
        {
            toasts.Say(sentence);
        }
    }

    public static void Say(this ISnackbar toasts, string sentence) =>
        toasts.Add(sentence, Severity.Normal, options => options.HideIcon = true);
}
