using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>The first messages of a new sitter, where the business wants to see them before they leave.</summary>
internal static class Approvals
{
    /// <summary>Whether the sitter has so few messages behind them that the next one waits.</summary>
    public static async Task<bool> AreDueAsync(SnoutDbContext db, Sitter sitter, CancellationToken cancellationToken)
    {
        var first = (await db.RulesAsync(cancellationToken)).ApproveFirst;
        if (first == 0)
        {
            return false;
        }

        var behind = await (
            from shared in db.SharedMessages
            where shared.SitterId == sitter.Id && shared.Reason == ShareReason.Wrote
            join message in db.Messages on shared.MessageId equals message.Id
            where message.Purpose == MessagePurpose.Conversation && message.SentAt != null
            select message.Id)
            .Take(first)
            .CountAsync(cancellationToken);
        return behind < first;
    }
}
