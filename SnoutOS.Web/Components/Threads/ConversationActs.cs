using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Threads;

/// <summary>
/// What an owner does with the open conversation from its header, its menu and the bars above it: asks where something
/// has to be asked, does it, and says what came of it. What changed is shown the way everybody else hears of it.
/// </summary>
public sealed class ConversationActs(
    OwnerActs acts, HandOver handOver, ThreadCare care, ClientCare clients, CurrentUser current, IDialogService dialogs, ISnackbar toasts)
{
    // Esc is our own key (js/keyboard.js): it works from the first moment, wherever the focus is.
    private static readonly DialogOptions Reading = new() { CloseOnEscapeKey = false, MaxWidth = MaxWidth.Small };

    public async Task MarkHandledAsync(Guid threadId)
    {
        await care.MarkHandledAsync(await current.GetAsync(), threadId, CancellationToken.None);
        Say("Marked as handled");
    }

    /// <summary>The sitter gets what waits, if anything does, and for a day what comes after it.</summary>
    public async Task ChooseAsync(Guid threadId, SitterNear sitter, bool somethingWaits)
    {
        var actor = await current.GetAsync();
        var first = PersonName.FirstOf(sitter.Name);
        if (await acts.ChooseAsync(actor, threadId, sitter.Id, CancellationToken.None) != OwnerActResult.Done)
        {
            toasts.Add($"{first} can no longer be chosen.", Severity.Warning);
            return;
        }

        if (somethingWaits)
        {
            await handOver.ToSitterAsync(actor, threadId, sitter.Id, HandOverReach.WhatWaits, CancellationToken.None);
        }

        Say($"{first} takes this.");
    }

    public async Task TakeOverAsync(Guid threadId)
    {
        await acts.ChooseAsync(await current.GetAsync(), threadId, sitterId: null, CancellationToken.None);
        Say("You have taken over.");
    }

    public async Task LetGoAsync(Guid threadId)
    {
        await acts.LeaveToRulesAsync(await current.GetAsync(), threadId, CancellationToken.None);
        Say("The usual rules decide again.");
    }

    public async Task WakeAsync(Guid threadId)
    {
        await acts.WakeAsync(await current.GetAsync(), threadId, CancellationToken.None);
        Say("Back in your inbox.");
    }

    public async Task MarkSpamAsync(Guid clientId)
    {
        await clients.MarkSpamAsync(await current.GetAsync(), clientId, CancellationToken.None);
        Say("Marked as spam. They are kept out of your inbox and get no answer.");
    }

    public async Task UnmarkSpamAsync(Guid clientId)
    {
        await clients.UnmarkSpamAsync(await current.GetAsync(), clientId, CancellationToken.None);
        Say("No longer spam.");
    }

    public async Task PromoteAsync(Guid clientId, string name, string pets)
    {
        await clients.PromoteAsync(await current.GetAsync(), clientId, name, pets, CancellationToken.None);
        Say($"{name} is a client now.");
    }

    public Task ExplainAsync(Guid messageId) =>
        dialogs.ShowAsync<WhyHereDialog>("", new DialogParameters<WhyHereDialog> { { dialog => dialog.MessageId, messageId } }, Reading);

    public Task AskSnoozeAsync(Guid threadId) => AskAsync<SnoozeDialog>(new() { { dialog => dialog.ThreadId, threadId } });

    public Task AskHandOverAsync(ThreadSummary thread, Surroundings surroundings) => AskAsync<HandOverDialog>(new()
    {
        { dialog => dialog.Thread, thread },
        { dialog => dialog.Surroundings, surroundings },
    });

    public Task AskAssignAsync(NextVisit visit) => AskAsync<AssignDialog>(new() { { dialog => dialog.Visit, visit } });

    private Task AskAsync<TDialog>(DialogParameters<TDialog> parameters)
        where TDialog : IComponent => dialogs.AskAsync(toasts, parameters);

    private void Say(string sentence) => toasts.Say(sentence);
}
