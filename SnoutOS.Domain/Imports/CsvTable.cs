using CsvHelper;

namespace SnoutOS.Domain.Imports;

/// <summary>A row of a spreadsheet, its cells by the names of their columns.</summary>
internal sealed class CsvRow(int number, IReadOnlyDictionary<string, int> columns, string[] cells)
{
    public int Number => number;

    /// <summary>What stands in a column, trimmed; empty if there is no such column.</summary>
    public string this[string column] =>
        columns.TryGetValue(column, out var index) && index < cells.Length ? cells[index].Trim() : "";
}

/// <summary>A spreadsheet saved as CSV, with commas, semicolons or tabs, its columns named in the first row.</summary>
internal static class CsvTable
{
    /// <summary>Reads each row with what is in it; a file that cannot be read that way is one row that says why.</summary>
    public static IReadOnlyList<ImportRow> Read(string text, string[] needed, Func<CsvRow, ImportRow> read)
    {
        // Where a quote is never closed, the rest of the file is one cell.
        var isTorn = false;
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            SkipEmptyLines = false,
            OnMalformedRecord = record => isTorn |= record.Reason == CsvMalformedReason.UnterminatedQuote,
        });
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, index) in csv.Headers.Select((name, index) => (name.Trim(), index)))
        {
            columns.TryAdd(name, index);
        }

        if (Array.Find(needed, name => !columns.ContainsKey(name)) is { } missing)
        {
            return [new ImportRow.Unreadable(1, missing, $"The first row has to name a column “{missing}”.")];
        }

        var rows = new List<ImportRow>();
        while (csv.Read())
        {
            // As the spreadsheet counts them: the header is the first.
            var number = (int)csv.RowNumber + 1;
            var cells = Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index)).ToArray();
            if (isTorn)
            {
                rows.Add(new ImportRow.Unreadable(number, "", "A quotation mark of this row is never closed."));
            }
            else if (Array.Exists(cells, cell => !string.IsNullOrWhiteSpace(cell)))
            {
                rows.Add(read(new CsvRow(number, columns, cells)));
            }
        }

        return rows;
    }
}
