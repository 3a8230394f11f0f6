using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Sitters;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Web.Components.Sitting;

/// <summary>
/// One conversation as its sitter sees it. The box to write in opens and closes with their window, by the clock; what
/// they may see and send is judged again by every read and every send.
/// </summary>
public sealed partial class SitterPane(SitterDesk desk, IDialogService dialogs)
{
    private static readonly DialogOptions Asking = new() { CloseOnEscapeKey = false, BackdropClick = false };

    private SittingView? _view;
    private Refusal? _paused;
    private bool _isOver;
    private bool _mayWrite;
    private int _openings;

    protected override DateTimeOffset? NextChangeAt =>
        Clockwork.Next(ReadAt, Time.DayEndsAt, Thread?.Windows.ClosesAt, Thread?.Windows.NextOpensAt, _view?.Visit?.EndsAt);

    private string? Closed => SittingWords.Closed(Thread!, _view?.IsLocked == true, Time);

    private bool MayWrite => Closed is null;

    protected override Refusal? RefusalOf(SendVerdict verdict) => SittingWords.Refusal(verdict, Thread!.ClientName, Time);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        _view = await desk.ViewAsync(Reader, ThreadId, cancellationToken);
        await ReadMessagesAsync(cancellationToken);
        var thread = await Inbox.ThreadAsync(Reader, ThreadId, cancellationToken);

        // With the last window the conversation goes; what is left is whose it was, and the way to the office.
        _isOver = thread is null && Thread is not null;
        Thread = thread ?? (Thread is null ? null : Thread with { Windows = default });
        NoteOpening();
        await MarkReadAsync();
    }

    // A box that opens anew has forgotten why the last text was refused.
    private void NoteOpening()
    {
        var mayWrite = Thread is not null && MayWrite;
        if (mayWrite && !_mayWrite)
        {
            _openings++;
            _paused = null;
        }

        _mayWrite = mayWrite;
    }

    private async Task<Refusal?> SendAsync(ComposedMessage composed)
    {
        var request = new SendRequest(Reader, ThreadId, composed.Body, composed.Purpose, composed.Key, composed.Attachments);
        var verdict = await Sender.SendAsync(request, CancellationToken.None);
        var refusal = RefusalOf(verdict);

        // The box goes with the pause; what it would have said is said where it was.
        _paused = verdict is SendVerdict.Blocked { Standing: StrikeStanding.Paused } ? refusal : null;

        // What the gate knows already, the page should show.
        await (refusal is null ? GoToNewestAsync() : RefreshAsync());
        return refusal;
    }

    private async Task TellOfficeAsync()
    {
        var parameters = new DialogParameters<TellOfficeDialog> { { dialog => dialog.ThreadId, ThreadId }, { dialog => dialog.ClientName, Thread!.ClientName } };
        var dialog = await dialogs.ShowAsync<TellOfficeDialog>("", parameters, Asking);
        if (await dialog.Result is { Canceled: false })
        {
            Toasts.Add("The office has your note.", Severity.Normal, options => options.HideIcon = true);
        }
    }

    // Not cancelled by leaving: the last words are saved on the way out.
    private async Task KeepDraftAsync(string text)
    {
        Draft = text;
        StateHasChanged();
        await Care.SaveDraftAsync(Reader, ThreadId, text, CancellationToken.None);
    }
}
