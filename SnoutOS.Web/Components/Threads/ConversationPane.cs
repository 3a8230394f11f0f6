using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>
/// One open conversation, live, whoever looks at it: walks through its messages, knows what was read, and sends failed
/// ones again. It only writes and reads: what is sent comes back the way everybody else hears of it.
/// </summary>
public abstract class ConversationPane : LiveComponent
{
    private bool _isVisible;

    [Parameter, EditorRequired]
    public Guid ThreadId { get; set; }

    [Inject]
    protected InboxReader Inbox { get; set; } = null!;

    [Inject]
    protected ThreadCare Care { get; set; } = null!;

    [Inject]
    protected MessageSender Sender { get; set; } = null!;

    [Inject]
    protected ISnackbar Toasts { get; set; } = null!;

    /// <summary>The stretch of messages on the page; null before the first read.</summary>
    protected MessageWindow? Window { get; private set; }

    /// <summary>Null when it is not the reader's to see.</summary>
    protected ThreadSummary? Thread { get; set; }

    /// <summary>What was typed here and not sent.</summary>
    protected string? Draft { get; set; }

    /// <summary>Why a message was not taken, to this reader; null when it was.</summary>
    protected abstract Refusal? RefusalOf(SendVerdict verdict);

    protected override bool Concerns(ThreadChanged change) => change.ThreadId == ThreadId;

    protected async Task ReadMessagesAsync(CancellationToken cancellationToken)
    {
        Window ??= new MessageWindow(Inbox, Reader, ThreadId);
        Draft ??= await Care.DraftAsync(Reader, ThreadId, cancellationToken);
        await Window.ReadAsync(cancellationToken);
    }

    protected Task SeeAsync(bool isVisible)
    {
        _isVisible = isVisible;
        return MarkReadAsync();
    }

    // A tab in the background has not read anything.
    protected async Task MarkReadAsync()
    {
        if (_isVisible && Thread is { Unread: > 0 })
        {
            await Care.MarkReadAsync(Reader, ThreadId, Leaving);
        }
    }

    protected Task GoEarlierAsync() => Window!.GoEarlier() ? RefreshAsync() : Task.CompletedTask;

    protected Task GoLaterAsync() => Window!.GoLater() ? RefreshAsync() : Task.CompletedTask;

    protected Task GoToNewestAsync()
    {
        if (!Window!.HasLater)
        {
            return Task.CompletedTask;
        }

        Window.GoToNewest();
        return RefreshAsync();
    }

    // The key is the failed message's own: pressed twice, or in two tabs, it is sent again once.
    protected async Task RetryAsync(MessageView failed)
    {
        var request = new SendRequest(
            Reader, ThreadId, failed.Body, failed.Purpose, IdempotencyKey: $"retry:{failed.Id}", RetryOfId: failed.Id);
        if (RefusalOf(await Sender.SendAsync(request, CancellationToken.None)) is { } refusal)
        {
            Toasts.Add(refusal.Sentence, Severity.Warning);
        }
    }
}
