using SnoutOS.Domain.Access;

namespace SnoutOS.Domain.Threads;

/// <summary>
/// Who sees which conversations: owners and admins every one. A sitter sees those of their windows, and as long as
/// there are no windows, none.
/// </summary>
internal static class ThreadVisibility
{
    public static IQueryable<MessageThread> SeenBy(this IQueryable<MessageThread> threads, Actor reader) =>
        reader.SeesEverything ? threads : threads.Where(_ => false);

    public static IQueryable<Message> SeenBy(this IQueryable<Message> messages, Actor reader) =>
        reader.SeesEverything ? messages : messages.Where(_ => false);
}
