using SnoutOS.Domain.Access;
using SnoutOS.Domain.Inbox;

namespace SnoutOS.Web.Components.Threads;

/// <summary>
/// The stretch of a conversation that is on the page: some pages from the newest message back, and further up a window
/// of <see cref="MaxPages"/> pages that moves with the reader, so that a year of messages never piles up in a circuit.
/// </summary>
public sealed class MessageWindow(InboxReader inbox, Actor reader, Guid threadId)
{
    public const int PageSize = 50;

    public const int MaxPages = 6;

    // Where the window began before each step away from the newest message; the way back.
    private readonly Stack<PageCursor?> _laterStarts = [];
    private PageCursor? _start;
    private PageCursor? _secondPage;
    private PageCursor? _earlier;
    private int _pages = 1;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<MessageView> Messages { get; private set; } = [];

    public bool HasEarlier => _earlier is not null;

    public bool HasLater => _laterStarts.Count > 0;

    /// <summary>Reads the stretch again, page after page without a gap, whatever has arrived meanwhile.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var newestFirst = new List<MessageView>();
        var cursor = _start;
        for (var page = 0; page < _pages; page++)
        {
            var read = await inbox.MessagesAsync(reader, threadId, cursor, PageSize, cancellationToken);
            newestFirst.AddRange(read.Items);
            cursor = read.Next;
            _secondPage = page == 0 ? cursor : _secondPage;
            if (cursor is null)
            {
                break;
            }
        }

        _earlier = cursor;
        newestFirst.Reverse();
        Messages = newestFirst;
    }

    /// <summary>One page further into the past at the next read; false if there is none.</summary>
    public bool GoEarlier()
    {
        if (!HasEarlier)
        {
            return false;
        }

        if (_pages < MaxPages)
        {
            _pages++;
        }
        else
        {
            _laterStarts.Push(_start);
            _start = _secondPage;
        }

        return true;
    }

    /// <summary>One page back towards the newest message at the next read; false if it is there already.</summary>
    public bool GoLater()
    {
        if (!_laterStarts.TryPop(out var start))
        {
            return false;
        }

        _start = start;
        return true;
    }

    public void GoToNewest()
    {
        _laterStarts.Clear();
        _start = null;
        _pages = 1;
    }
}
