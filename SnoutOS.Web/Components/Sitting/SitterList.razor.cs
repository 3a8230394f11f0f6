using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Components.Inbox;

namespace SnoutOS.Web.Components.Sitting;

/// <summary>Whom a sitter writes to: those with a window of theirs, open ones first, live and by the clock.</summary>
public sealed partial class SitterList(
    SitterDesk desk, InboxReader inbox, ThreadOpener opener, MessagingFlags flags, NavigationManager navigation, ISnackbar toasts)
{
    private IReadOnlyList<SittingRow> _rows = [];

    [Parameter]
    public Guid? SelectedId { get; set; }

    protected override DateTimeOffset? NextChangeAt =>
        Clockwork.Next(ReadAt, [Time.DayEndsAt, .. _rows.Select(row => row.Windows.ClosesAt), .. _rows.Select(row => row.Windows.NextOpensAt)]);

    /// <summary>A title is seen by whoever looks over the shoulder: a count, never a name.</summary>
    private string PageTitle => _rows.Count(row => row.Unread > 0) is > 0 and var unread ? $"({unread}) Messages · SnoutOS" : "Messages · SnoutOS";

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        // A page that was open while sitters' messages were switched off is as absent as one that is asked for.
        if (!await flags.AreOpenToAsync(Reader, cancellationToken))
        {
            navigation.NotFound();
            return;
        }

        _rows = await desk.RowsAsync(Reader, cancellationToken);
    }

    /// <summary>Opens the conversation of a visit about which there is none yet.</summary>
    private async Task OpenAsync(SittingRow row)
    {
        var opened = await opener.OpenAsync(Reader, row.ClientId, row.VisitId, Leaving);
        await RefreshAsync();
        if (opened is not null && await inbox.ThreadAsync(Reader, opened.ThreadId, Leaving) is not null)
        {
            navigation.NavigateTo(InboxAddress.Of(opened.ThreadId, InboxView.All, ""));
        }
        else
        {
            toasts.Add($"There is no number yet to write to {row.ClientName} from. Please call the office.", Severity.Warning);
        }
    }
}
