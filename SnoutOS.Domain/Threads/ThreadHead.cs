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
        threads.Local.FirstOrDefault(row => row.ClientId == clientId && row.NumberId == numberId)
            ?? await threads.FirstOrDefaultAsync(row => row.ClientId == clientId && row.NumberId == numberId, cancellationToken)
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
        thread.SnoozedUntil = null;
        thread.LastClientPhoneId = clientPhoneId ?? thread.LastClientPhoneId;
        thread.OptOutSuspected = OptOutWishes.Suspects(message.Body);
        if (needsOwner)
        {
            thread.NeedsOwnerSince ??= message.CreatedAt;
        }
    }

    /// <summary>
    /// A call that nobody took. It says nothing of what the client wants, and the phone it came from need not take texts.
    /// </summary>
    public static void ReceiveCall(this MessageThread thread, Message call, Guid? clientPhoneId, bool needsOwner)
    {
        thread.Add(call);
        thread.InboundCount++;
        thread.SnoozedUntil = null;
        thread.LastClientPhoneId ??= clientPhoneId;
        if (needsOwner)
        {
            thread.NeedsOwnerSince ??= call.CreatedAt;
        }
    }

    /// <summary>A message of an older system takes its place; nobody has to do anything about it any more.</summary>
    public static void BringIn(this MessageThread thread, Message message, Guid? clientPhoneId)
    {
        thread.Add(message);
        if (message.Direction == Direction.Outbound)
        {
            thread.Wrote(message);
            return;
        }

        thread.InboundCount++;
        thread.LastClientPhoneId ??= clientPhoneId;
    }

    /// <summary>The product answered by itself: whatever waits for somebody still does.</summary>
    public static void Notify(this MessageThread thread, Message notice)
    {
        thread.Add(notice);
        thread.Wrote(notice);
    }

    /// <summary>A message was routed to a sitter: it waits for them to open it.</summary>
    public static void AwaitSitter(this MessageThread thread, Guid sitterId, DateTimeOffset since)
    {
        thread.AwaitsSitterSince ??= since;
        thread.AwaitsSitterId = sitterId;
    }

    /// <summary>The sitter will not open what waits for them; the owner has to.</summary>
    public static void GiveBackToOwner(this MessageThread thread)
    {
        thread.NeedsOwnerSince ??= thread.AwaitsSitterSince;
        (thread.AwaitsSitterSince, thread.AwaitsSitterId) = (null, null);
    }

    /// <summary>The office wrote: whoever answers has looked after it.</summary>
    public static void Send(this MessageThread thread, Message message)
    {
        thread.Add(message);
        thread.Wrote(message);
        thread.Settle();
    }

    /// <summary>A sitter wrote: what waited for them is answered, what waits for the owner still does.</summary>
    public static void SendFromSitter(this MessageThread thread, Message message)
    {
        thread.Add(message);
        thread.Wrote(message);
        (thread.AwaitsSitterSince, thread.AwaitsSitterId) = (null, null);
    }

    /// <summary>Something leads around the business and does not leave: the owner decides.</summary>
    public static void Hold(this MessageThread thread, Message message)
    {
        thread.Add(message);
        thread.HeldCount++;
        thread.SnoozedUntil = null;
        thread.NeedsOwnerSince ??= message.CreatedAt;
    }

    /// <summary>The owner has decided on a message that was held back.</summary>
    /// <param name="thread">The thread of the message.</param>
    /// <param name="nothingElseWaits">Whether it waits for the owner because of such messages alone.</param>
    public static void Decide(this MessageThread thread, bool nothingElseWaits)
    {
        thread.HeldCount--;
        if (thread.HeldCount == 0 && nothingElseWaits)
        {
            thread.NeedsOwnerSince = null;
        }
    }

    /// <summary>A sitter's word to the office: nothing that the client gets, everything that the owner should see.</summary>
    public static void NoteForOffice(this MessageThread thread, Message note)
    {
        thread.Add(note);
        thread.HasOfficeNote = true;
        thread.SnoozedUntil = null;
        thread.NeedsOwnerSince ??= note.CreatedAt;
    }

    /// <summary>Takes the thread out of the owner inbox: it was answered, handed over, or marked as handled.</summary>
    public static void Settle(this MessageThread thread)
    {
        thread.NeedsOwnerSince = null;
        thread.HasFailedSend = false;
        thread.HasOfficeNote = false;
        thread.IsFlagged = false;
        thread.SnoozedUntil = null;
        (thread.AwaitsSitterSince, thread.AwaitsSitterId) = (null, null);
    }

    /// <summary>A send of this thread went wrong: the owner has to know.</summary>
    public static void ReportFailure(this MessageThread thread, DateTimeOffset at)
    {
        thread.HasFailedSend = true;
        thread.NeedsOwnerSince ??= at;
    }

    /// <summary>A notice may be dated a blink ahead of the clock; the instant never goes back.</summary>
    private static void Wrote(this MessageThread thread, Message message) =>
        thread.LastOutboundAt = thread.LastOutboundAt > message.CreatedAt ? thread.LastOutboundAt : message.CreatedAt;

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

    /// <summary>The message in one line, as lists show it: never with what is masked or held back in it.</summary>
    public static string PreviewOf(Message message) => PreviewOf(message, message.MaskedBody ?? message.Body);

    /// <summary>The same as a sitter may see it: without what is masked in a client's message.</summary>
    public static string PreviewForSitter(Message message) =>
        PreviewOf(message, message.Direction == Direction.Inbound ? message.MaskedBody ?? message.Body : message.Body);

    private static string PreviewOf(Message message, string body)
    {
        if (message.Purpose == MessagePurpose.MissedCall)
        {
            return "Missed call";
        }

        var line = string.Join(' ', body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
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
