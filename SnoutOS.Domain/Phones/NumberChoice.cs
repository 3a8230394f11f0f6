using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Phones;

/// <summary>What a conversation is for, as far as its number depends on it.</summary>
public enum NumberUse
{
    /// <summary>Inquiries, scheduling, money: no sitter is involved.</summary>
    Office,
    Visit,

    /// <summary>A first meeting, which never happens on the sitter's own number.</summary>
    MeetAndGreet,
}

/// <summary>
/// Which number a conversation gets, the first that fits: the front desk without a sitter; the sitter's own for a
/// recurring client or one who is on it already; the pool number that the client holds, or a new lease; and where the
/// pool is empty, the sitter's or the front desk's. It always ends in a number.
/// </summary>
public static class NumberChoice
{
    /// <exception cref="InvalidOperationException">The organization has no front desk number, which setting it up rules out.</exception>
    public static async Task<MessageNumber> ForAsync(
        SnoutDbContext db, Guid clientId, Guid? sitterId, NumberUse use, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (sitterId is null || use == NumberUse.Office)
        {
            return await db.Numbers.FrontDesk().FirstAsync(cancellationToken);
        }

        var sitters = await db.Numbers.OfSitter(sitterId.Value).FirstOrDefaultAsync(cancellationToken);
        if (sitters is not null && use == NumberUse.Visit && await BelongsOnAsync(db, sitters, clientId, now, cancellationToken))
        {
            return sitters;
        }

        if (await FromPoolAsync(db, clientId, now, cancellationToken) is { } pool)
        {
            return pool;
        }

        await AuditLog.AppendAsync(db, AuditAct.BySystem("alert.pool_empty", $"client {clientId}"), now, cancellationToken);
        return sitters ?? await db.Numbers.FrontDesk().FirstAsync(cancellationToken);
    }

    private static async Task<bool> BelongsOnAsync(
        SnoutDbContext db, MessageNumber number, Guid clientId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Threads.AnyAsync(thread => thread.ClientId == clientId && thread.NumberId == number.Id, cancellationToken)
        || await db.IsRecurringAsync(clientId, now, cancellationToken);

    /// <summary>The pool number that the client holds; else a lease on the one they had, or on the least used.</summary>
    private static async Task<MessageNumber?> FromPoolAsync(
        SnoutDbContext db, Guid clientId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pool = db.Numbers.Where(number => number.Class == NumberClass.Pool && number.Status == NumberStatus.Active);
        var lease = db.Leases.Local.FirstOrDefault(row => row.ClientId == clientId && row.ReleasedAt is null)
            ?? await db.Leases.FirstOrDefaultAsync(row => row.ClientId == clientId && row.ReleasedAt == null, cancellationToken);
        if (lease is not null && await pool.FirstOrDefaultAsync(number => number.Id == lease.NumberId, cancellationToken) is { } held)
        {
            return held;
        }

        var free = await pool
            .OrderByDescending(number => db.Leases
                .Where(row => row.NumberId == number.Id && row.ClientId == clientId).Max(row => (DateTimeOffset?)row.StartedAt) ?? DateTimeOffset.MinValue)
            .ThenBy(number => db.Leases.Count(row => row.NumberId == number.Id && row.ReleasedAt == null))
            .ThenBy(number => db.Leases.Where(row => row.NumberId == number.Id).Max(row => (DateTimeOffset?)row.StartedAt) ?? DateTimeOffset.MinValue)
            .ThenBy(number => number.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (free is null)
        {
            return null;
        }

        if (lease is not null)
        {
            // The number it was on is no longer of the pool; a client holds one lease at a time.
            lease.ReleasedAt = now;
            await db.SaveChangesAsync(cancellationToken);
        }

        db.Leases.Add(new Lease
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(now),
            NumberId = free.Id,
            ClientId = clientId,
            StartedAt = now,
        });
        return free;
    }
}
