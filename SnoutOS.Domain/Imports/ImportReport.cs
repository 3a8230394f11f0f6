namespace SnoutOS.Domain.Imports;

/// <summary>What a file brings.</summary>
public enum ImportKind
{
    /// <summary>Clients, from CSV.</summary>
    Clients,

    /// <summary>Bookings, from CSV.</summary>
    Bookings,

    /// <summary>Visits, from an iCalendar file.</summary>
    Visits,
}

public enum ImportResult
{
    Added,

    /// <summary>It is there already; importing a file again is safe.</summary>
    Skipped,
    Refused,
}

/// <summary>
/// What became of one row, or would. Rows of a spreadsheet are numbered as it shows them, the header being the first;
/// events of a calendar from 1. The sentence never repeats what stood in the file.
/// </summary>
/// <param name="Field">The column or property that it is about; empty for the row as a whole.</param>
public sealed record RowOutcome(int Row, ImportResult Result, string Field, string Sentence)
{
    public static RowOutcome Added(int row, string sentence) => new(row, ImportResult.Added, "", sentence);

    public static RowOutcome Skipped(int row, string sentence) => new(row, ImportResult.Skipped, "", sentence);

    public static RowOutcome Refused(int row, string field, string sentence) => new(row, ImportResult.Refused, field, sentence);
}

/// <summary>How many rows of a file are done.</summary>
public readonly record struct ImportProgress(int Done, int Rows);

/// <summary>What became of a file, or would: it is written as a whole or not at all.</summary>
public sealed record ImportReport(bool IsWritten, IReadOnlyList<RowOutcome> Outcomes)
{
    public int Count(ImportResult result) => Outcomes.Count(outcome => outcome.Result == result);
}
