using System.Globalization;
using SnoutOS.Domain.Imports;
using SnoutOS.Web.Components.Clients;

namespace SnoutOS.Web.Components.Imports;

/// <summary>How an import is spoken of.</summary>
public static class ImportWords
{
    public static string Result(RowOutcome outcome, bool isWritten) => outcome.Result switch
    {
        ImportResult.Added => isWritten ? "Added" : "Will be added",
        ImportResult.Skipped => "There already",
        ImportResult.Refused => "Problem",
    };

    /// <summary>After a count: "3 to add".</summary>
    public static string Counted(ImportResult result, bool isWritten) => result switch
    {
        ImportResult.Added => isWritten ? "added" : "to add",
        ImportResult.Skipped => "there already",
        ImportResult.Refused => "with a problem",
    };

    public static string Tint(ImportResult result) => result switch
    {
        ImportResult.Added => "good",
        ImportResult.Skipped => "",
        ImportResult.Refused => "danger",
    };

    /// <summary>The whole outcome in one sentence.</summary>
    public static string Summary(ImportReport report) => report switch
    {
        { Outcomes.Count: 0 } => "There are no rows in this file.",
        _ when report.Count(ImportResult.Refused) is var bad and > 0 => $"{Rows(bad)} cannot be imported, so nothing is written. Mend {(bad == 1 ? "it" : "them")} in your file, then choose it again.",
        { IsWritten: true } => Written(report),
        _ when report.Count(ImportResult.Added) == 0 => "Everything in this file is here already. There is nothing to import.",
        _ => $"{Rows(report.Count(ImportResult.Added))} will be added{Skipped(report)}. Nothing is written yet.",
    };

    public static string Act(ImportReport report) => $"Import {Rows(report.Count(ImportResult.Added))}";

    public static string Rows(int count) => ClientWords.Count(count, "row", "rows");

    public static string Progress(ImportProgress progress, bool isDryRun) => string.Create(
        CultureInfo.InvariantCulture, $"{(isDryRun ? "Checking" : "Importing")} row {Math.Min(progress.Done + 1, progress.Rows)} of {progress.Rows}");

    private static string Written(ImportReport report) => $"{Rows(report.Count(ImportResult.Added))} imported{Skipped(report)}.";

    private static string Skipped(ImportReport report) =>
        report.Count(ImportResult.Skipped) is var there and > 0 ? $", {there.ToString(CultureInfo.InvariantCulture)} {(there == 1 ? "is" : "are")} here already" : "";
}
