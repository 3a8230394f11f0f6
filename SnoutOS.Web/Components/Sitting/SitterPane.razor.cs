using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Web.Components.Sitting;

/// <summary>
/// One conversation as its sitter sees it. The box to write in opens and closes with their window, by the clock; what
/// they may see and send is judged again by every read and every send.
/// </summary>
public sealed partial class SitterPane(
    InboxReader inbox, SitterDesk desk, ThreadCare care, MessageSender sender, IDialogService dialogs, ISnackbar toasts)
{
    private static readonly DialogOptions Asking = new() { CloseOnEscapeKey = false, BackdropClick = false };

    private MessageWindow? _window;
    private ThreadSummary? _thread;
    private SittingView? _view;
    private string? _draft;
    private bool _isOver;
    private bool _isVisible;
    private bool _mayWrite;
    private int _openings;

    [Parameter, EditorRequired]
    public Guid ThreadId { get; set; }

    protected override DateTimeOffset? NextChangeAt =>
        Clockwork.Next(ReadAt, Time.DayEndsAt, _thread?.Windows.ClosesAt, _thread?.Windows.NextOpensAt, _view?.Visit?.EndsAt);

    private string? Closed => SittingWords.Closed(_thread!, _view?.IsLocked == true, Time);

    private bool MayWrite => Closed is null;

    protected override bool Concerns(ThreadChanged change) => change.ThreadId == ThreadId;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        _window ??= new MessageWindow(inbox, Reader, ThreadId);
        _draft ??= await care.DraftAsync(Reader, ThreadId, cancellationToken);
        _view = await desk.ViewAsync(Reader, ThreadId, cancellationToken);
        await _window.ReadAsync(cancellationToken);
        var thread = await inbox.ThreadAsync(Reader, ThreadId, cancellationToken);

        // With the last window the conversation goes; what is left is whose it was, and the way to the office.
        _isOver = thread is null && _thread is not null;
        _thread = thread ?? (_thread is null ? null : _thread with { Windows = default });
        NoteOpening();
        await MarkReadAsync();
    }

    // A box that opens anew has forgotten why the last text was refused.
    private void NoteOpening()
    {
        var mayWrite = _thread is not null && MayWrite;
        if (mayWrite && !_mayWrite)
        {
            _openings++;
        }

        _mayWrite = mayWrite;
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
            await care.MarkReadAsync(Reader, ThreadId, Leaving);
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
        var request = new SendRequest(Reader, ThreadId, composed.Body, composed.Purpose, composed.Key, composed.Attachments);
        var refusal = SittingWords.Refusal(await sender.SendAsync(request, CancellationToken.None), _thread!.ClientName, Time);

        // What the gate knows already, the page should show.
        await (refusal is null ? GoToNewestAsync() : RefreshAsync());
        return refusal;
    }

    // The key is the failed message's own: pressed twice, or in two tabs, it is sent again once.
    private async Task RetryAsync(MessageView failed)
    {
        var request = new SendRequest(
            Reader, ThreadId, failed.Body, failed.Purpose, IdempotencyKey: $"retry:{failed.Id}", RetryOfId: failed.Id);
        if (SittingWords.Refusal(await sender.SendAsync(request, CancellationToken.None), _thread!.ClientName, Time) is { } refusal)
        {
            toasts.Add(refusal.Sentence, Severity.Warning);
        }
    }

    private async Task TellOfficeAsync()
    {
        var parameters = new DialogParameters<TellOfficeDialog> { { dialog => dialog.ThreadId, ThreadId }, { dialog => dialog.ClientName, _thread!.ClientName } };
        var dialog = await dialogs.ShowAsync<TellOfficeDialog>("", parameters, Asking);
        if (await dialog.Result is { Canceled: false })
        {
            toasts.Add("The office has your note.", Severity.Normal, options => options.HideIcon = true);
        }
    }

    // Not cancelled by leaving: the last words are saved on the way out.
    private async Task KeepDraftAsync(string text)
    {
        _draft = text;
        StateHasChanged();
        await care.SaveDraftAsync(Reader, ThreadId, text, CancellationToken.None);
    }
}
