using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Backfill;

internal static class OutboxRepair
{
    private static readonly MessageStatus[] OnTheWay = [MessageStatus.Queued, MessageStatus.Sending, MessageStatus.Ambiguous];

    /// <summary>
    /// What is final leaves the outbox; what waits without a place in it, or with a contradicting one, is for a person to
    /// decide. Nothing is sent by this.
    /// </summary>
    public static async Task SettleAsync(SnoutDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entries = await db.Outbox.Where(entry => entry.State != OutboxState.Settled
                || db.Messages.Any(message => message.Id == entry.MessageId && message.Status == MessageStatus.Queued))
            .Join(db.Messages, entry => entry.MessageId, message => message.Id, (entry, message) => new { Entry = entry, Message = message })
            .ToListAsync(cancellationToken);
        foreach (var row in entries.Where(row => !Fits(row.Entry.State, row.Message.Status)))
        {
            row.Entry.State = OutboxState.Settled;
            await GiveToPersonAsync(db, row.Message, now, cancellationToken);
        }

        var strays = await db.Messages.Where(message => OnTheWay.Contains(message.Status) && !db.Outbox.Any(entry => entry.MessageId == message.Id))
            .ToListAsync(cancellationToken);
        foreach (var message in strays)
        {
            await GiveToPersonAsync(db, message, now, cancellationToken);
        }
    }

    private static bool Fits(OutboxState state, MessageStatus status) => state switch
    {
        OutboxState.Pending or OutboxState.Held => status == MessageStatus.Queued,
        OutboxState.Submitting => status == MessageStatus.Sending,
        OutboxState.Ambiguous => status == MessageStatus.Ambiguous,
        OutboxState.Settled => status != MessageStatus.Queued,
    };

    /// <summary>Moves nothing that is further on already.</summary>
    private static Task GiveToPersonAsync(SnoutDbContext db, Message message, DateTimeOffset now, CancellationToken cancellationToken) =>
        Delivery.AdvanceAsync(db, message, MessageStatus.NeedsReview, null, now, cancellationToken);
}
