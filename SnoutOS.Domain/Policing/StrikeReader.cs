using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Policing;

/// <summary>Where a sitter stands: the strikes that count now, and whether they paused the messaging.</summary>
public sealed record SitterStrikes(int Count, bool IsPaused);

/// <summary>Reads where the sitters of a business stand, for its owners and admins.</summary>
public sealed class StrikeReader(SnoutDb database, TimeProvider clock)
{
    /// <summary>By sitter; without those of whom there is nothing to say.</summary>
    public async Task<IReadOnlyDictionary<Guid, SitterStrikes>> ReadAsync(Actor reader, CancellationToken cancellationToken)
    {
        if (!reader.SeesEverything)
        {
            return new Dictionary<Guid, SitterStrikes>();
        }

        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.StandingsAsync(clock.GetUtcNow(), cancellationToken);
    }
}

internal static class StandingQueries
{
    public static async Task<Dictionary<Guid, SitterStrikes>> StandingsAsync(this SnoutDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Strikes.CountFor;
        var counts = await (
            from attempt in db.Violations.Where(Strikes.IsAttempt)
            join sitter in db.Sitters on attempt.SitterId equals sitter.Id
            where attempt.At > since && (sitter.StrikesFrom == null || attempt.At > sitter.StrikesFrom)
            select new { SitterId = sitter.Id, attempt.StrikeId })
            .Distinct()
            .GroupBy(strike => strike.SitterId)
            .Select(strikes => new { SitterId = strikes.Key, Count = strikes.Count() })
            .ToDictionaryAsync(row => row.SitterId, row => row.Count, cancellationToken);
        var paused = await db.Sitters.Where(sitter => sitter.IsLockedByStrikes && sitter.Status == SitterStatus.Locked)
            .Select(sitter => sitter.Id).ToListAsync(cancellationToken);
        return counts.Keys.Union(paused).ToDictionary(id => id, id => new SitterStrikes(counts.GetValueOrDefault(id), paused.Contains(id)));
    }

    /// <summary>Adds where its sitter stands to each message that an owner still has to decide on.</summary>
    public static async Task<List<MessageView>> WithStandingsAsync(
        this SnoutDbContext db, List<MessageView> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!messages.Exists(IsOpen))
        {
            return messages;
        }

        var standings = await db.StandingsAsync(now, cancellationToken);
        return messages.ConvertAll(message => IsOpen(message)
            ? message with { Held = message.Held! with { Standing = standings.GetValueOrDefault(message.Held.SitterId!.Value) } }
            : message);
    }

    private static bool IsOpen(MessageView message) => message is
    {
        Status: Threads.MessageStatus.Blocked,
        Held: { Action: PoachingAction.Block, Outcome: ViolationOutcome.Open, SitterId: not null },
    };
}
