using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Components.Inbox;

namespace SnoutOS.Web.Components.Threads;

/// <summary>
/// One open conversation, live. It only writes and reads: what is sent comes back the way everybody else hears of it.
/// </summary>
public sealed partial class ThreadPane
{
    private MessageWindow? _window;
    private ThreadSummary? _thread;
    private Surroundings? _surroundings;
    private string? _draft;
    private bool _isVisible;

    [Parameter, EditorRequired]
    public Guid ThreadId { get; set; }

    [Parameter]
    public InboxView View { get; set; }

    [Parameter]
    public string Search { get; set; } = "";

    [Inject]
    private InboxReader Inbox { get; set; } = null!;

    [Inject]
    private SurroundingsReader Near { get; set; } = null!;

    [Inject]
    private ConversationActs Acts { get; set; } = null!;

    [Inject]
    private ThreadCare Care { get; set; } = null!;

    [Inject]
    private MessageSender Sender { get; set; } = null!;

    [Inject]
    private ISnackbar Toasts { get; set; } = null!;

    private string BackHref => InboxAddress.Of(null, View, Search);

    private Guid? LastRoutedId => _window?.Messages.LastOrDefault(message => message.RoutedBy is not null)?.Id;

    protected override DateTimeOffset? NextChangeAt => Clockwork.Next(ReadAt, Time.DayEndsAt, _thread?.ChangesAfter(ReadAt));

    protected override bool Concerns(ThreadChanged change) => change.ThreadId == ThreadId;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        _window ??= new MessageWindow(Inbox, Reader, ThreadId);
        _draft ??= await Care.DraftAsync(Reader, ThreadId, cancellationToken);
        await _window.ReadAsync(cancellationToken);
        _thread = await Inbox.ThreadAsync(Reader, ThreadId, cancellationToken);
        _surroundings = await Near.OfAsync(Reader, ThreadId, cancellationToken);
        await MarkReadAsync();
    }

    private Task SeeAsync(bool isVisible)
    {
        _isVisible = isVisible;
        return MarkReadAsync();
    }

    // A tab in the background has not read anything.
    private async Task MarkReadAsync()
    {
        if (_isVisible && _thread is { Unread: > 0 })
        {
            await Care.MarkReadAsync(Reader, ThreadId, Leaving);
        }
    }

    private Task GoEarlierAsync() => _window!.GoEarlier() ? RefreshAsync() : Task.CompletedTask;

    private Task GoLaterAsync() => _window!.GoLater() ? RefreshAsync() : Task.CompletedTask;

    private Task GoToNewestAsync()
    {
        if (!_window!.HasLater)
        {
            return Task.CompletedTask;
        }

        _window.GoToNewest();
        return RefreshAsync();
    }

    private async Task<Refusal?> SendAsync(ComposedMessage composed)
    {
        var request = new SendRequest(Reader, ThreadId, composed.Body, composed.Purpose, composed.Key, composed.Attachments, SitterSees: composed.SitterSees);
        var refusal = RefusalWords.Of(await Sender.SendAsync(request, CancellationToken.None));
        if (refusal is null)
        {
            await GoToNewestAsync();
        }

        return refusal;
    }

    // The key is the failed message's own: pressed twice, or in two tabs, it is sent again once.
    private async Task RetryAsync(MessageView failed)
    {
        var request = new SendRequest(
            Reader, ThreadId, failed.Body, failed.Purpose, IdempotencyKey: $"retry:{failed.Id}", RetryOfId: failed.Id);
        if (RefusalWords.Of(await Sender.SendAsync(request, CancellationToken.None)) is { } refusal)
        {
            Toasts.Add(refusal.Sentence, Severity.Warning);
        }
    }

    // Not cancelled by leaving: the last words are saved on the way out.
    private Task KeepDraftAsync(string text) => Care.SaveDraftAsync(Reader, ThreadId, text, CancellationToken.None);
}
