using Microsoft.EntityFrameworkCore;

namespace SnoutOS.Domain.Persistence;

/// <summary>What the writer must know of the database behind it.</summary>
public interface IDatabaseTraits
{
    /// <summary>How many units of work one process may have under way; 1 where the database has one writer (SQLite).</summary>
    int WritersAtOnce { get; }

    /// <summary>
    /// Waits, at the start of a transaction, until no other process writes for the same organization (or for the
    /// installation), and keeps others out until it ends. What follows sees all that was committed before.
    /// </summary>
    Task EnterAsync(SnoutDbContext db, CancellationToken cancellationToken);

    /// <summary>Whether the failure is a broken unique constraint.</summary>
    bool IsUniqueViolation(DbUpdateException failure);

    /// <summary>Whether somebody else was quicker, so that doing the whole unit of work again may succeed.</summary>
    bool IsLostRace(Exception failure);

    /// <summary>SQL for the instant in a column so many minutes later, to be compared with another column.</summary>
    string MinutesLater(string instant, string minutes);

    /// <summary>SQL that is true of an instant finer than microseconds; null where the database cannot keep one.</summary>
    string? FinerThanMicroseconds(string instant);
}
