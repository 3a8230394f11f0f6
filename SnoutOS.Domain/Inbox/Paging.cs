using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Inbox;

/// <summary>Keyset paging: a page starts after the last row of the page before, never at an offset.</summary>
public static class Paging
{
    public static IQueryable<MessageThread> After(this IQueryable<MessageThread> threads, PageCursor? cursor) =>
        cursor is null
            ? threads
            : threads.Where(thread => thread.LastMessageAt < cursor.At
                || (thread.LastMessageAt == cursor.At && thread.Id.CompareTo(cursor.Id) < 0));

    public static IQueryable<Message> After(this IQueryable<Message> messages, PageCursor? cursor) =>
        cursor is null
            ? messages
            : messages.Where(message => message.CreatedAt < cursor.At
                || (message.CreatedAt == cursor.At && message.Id.CompareTo(cursor.Id) < 0));

    public static IQueryable<SitterConversation> After(this IQueryable<SitterConversation> conversations, PageCursor? cursor) =>
        cursor is null
            ? conversations
            : conversations.Where(row => row.LastMessageAt < cursor.At
                || (row.LastMessageAt == cursor.At && row.ThreadId.CompareTo(cursor.Id) < 0));

    /// <summary>Turns one row more than asked for into the cursor of the next page.</summary>
    public static Page<T> Cut<T>(List<T> rows, int limit, Func<T, PageCursor> cursorOf) =>
        rows.Count <= limit
            ? new Page<T>(rows, null)
            : new Page<T>(rows[..limit], cursorOf(rows[limit - 1]));
}
