using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Policing;

/// <summary>
/// Counts a sitter's strikes. Attempts to one client within ten minutes are one strike; strikes older than 30 days, or
/// from before the owner last unlocked the sitter, count no more; one is gone when every attempt of it was a false alarm.
/// </summary>
public static class Strikes
{
    public static readonly TimeSpan OneStrike = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan CountFor = TimeSpan.FromDays(30);

    /// <summary>At this one the owner is alerted.</summary>
    public const int Alerts = 2;

    /// <summary>At this one the sitter's messaging is paused.</summary>
    public const int Locks = 3;

    /// <summary>What counts towards a strike, whoever wrote it and whenever.</summary>
    internal static readonly Expression<Func<Violation, bool>> IsAttempt = attempt =>
        attempt.StrikeId != null && attempt.Action == PoachingAction.Block && attempt.Outcome != ViolationOutcome.FalsePositive;

    /// <summary>The strike that an attempt at this instant belongs to: the running one, or a new one named after the message.</summary>
    internal static async Task<Guid> StrikeOfAsync(
        this SnoutDbContext db, Guid sitterId, Guid clientId, Guid messageId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - OneStrike;
        return await db.Violations
            .Where(first => first.SitterId == sitterId && first.ClientId == clientId && first.At > since && first.StrikeId == first.MessageId)
            .OrderByDescending(first => first.At)
            .Select(first => first.StrikeId)
            .FirstOrDefaultAsync(cancellationToken) ?? messageId;
    }

    /// <summary>The strikes that count at an instant, by the attempt that began each.</summary>
    internal static IQueryable<Guid?> StrikesOf(this SnoutDbContext db, Sitter sitter, DateTimeOffset now)
    {
        var after = CountAfter(sitter, now);
        return db.Violations.Where(IsAttempt).Where(attempt => attempt.SitterId == sitter.Id && attempt.At > after)
            .Select(attempt => attempt.StrikeId)
            .Distinct();
    }

    /// <summary>The instant after which a sitter's strikes count.</summary>
    internal static DateTimeOffset CountAfter(Sitter sitter, DateTimeOffset now) =>
        sitter.StrikesFrom > now - CountFor ? sitter.StrikesFrom.Value : now - CountFor;

    internal static Task<int> StrikeCountAsync(this SnoutDbContext db, Sitter sitter, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.StrikesOf(sitter, now).CountAsync(cancellationToken);
}
