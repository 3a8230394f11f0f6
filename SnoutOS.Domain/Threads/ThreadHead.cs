using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Threads;

/// <summary>Keeps the head of a thread in step with its messages, in their transaction.</summary>
public static class ThreadHead
{
    public const int PreviewLength = 140;

    /// <summary>The thread between a client and a number, made now if there is none.</summary>
    public static async Task<MessageThread> OfAsync(
        this DbSet<MessageThread> threads, SnoutDbContext db, Guid clientId, Guid numberId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await threads.FirstOrDefaultAsync(row => row.ClientId == clientId && row.NumberId == numberId, cancellationToken)
            ?? threads.Add(new MessageThread
            {
                OrganizationId = db.OrganizationId,
                Id = Guid.CreateVersion7(now),
                ClientId = clientId,
                NumberId = numberId,
                CreatedAt = now,
                LastMessageAt = now,
            }).Entity;

    public static void Receive(this MessageThread thread, Message message, Guid? clientPhoneId, bool needsOwner)
    {
        thread.Add(message);
        thread.InboundCount++;
        thread.LastClientPhoneId = clientPhoneId ?? thread.LastClientPhoneId;
        thread.OptOutSuspected = OptOutWishes.Suspects(message.Body);
        if (needsOwner)
        {
            thread.NeedsOwnerSince ??= message.CreatedAt;
        }
    }

    public static void Send(this MessageThread thread, Message message)
    {
        thread.Add(message);

        // Whoever answers has looked after it.
        thread.NeedsOwnerSince = null;
        thread.HasFailedSend = false;
    }

    /// <summary>A send of this thread went wrong: the owner has to know.</summary>
    public static void ReportFailure(this MessageThread thread, DateTimeOffset at)
    {
        thread.HasFailedSend = true;
        thread.NeedsOwnerSince ??= at;
    }

    private static void Add(this MessageThread thread, Message message)
    {
        thread.MessageCount++;
        if (thread.LastMessageDirection is not null && message.CreatedAt < thread.LastMessageAt)
        {
            // Found late by the poll: it takes its place in the conversation, not at its head.
            return;
        }

        thread.LastMessageAt = message.CreatedAt;
        thread.LastMessageDirection = message.Direction;
        thread.LastMessagePreview = PreviewOf(message);
    }

    private static string PreviewOf(Message message)
    {
        var line = string.Join(' ', message.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length == 0)
        {
            return message.Media.Count > 0 ? "Attachment" : "";
        }

        if (line.Length <= PreviewLength)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[PreviewLength - 2]) ? PreviewLength - 2 : PreviewLength - 1;
        return line[..end] + "…";
    }
}
