using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SnoutOS.Domain.Imports;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>Takes in files of other programs: the body is the file.</summary>
[ApiController, Route("/api/import"), Authorize(Policies.OwnerOrAdmin)]
public sealed class ImportController(ImportDesk desk) : ControllerBase
{
    private const int MaxBytes = 2 * 1024 * 1024;
    private const string Csv = "text/csv";

    /// <param name="Written">False for a dry run, which tells what would happen.</param>
    public sealed record ImportAnswer(bool Written, int Added, int Skipped, int Refused, IReadOnlyList<RowOutcome> Outcomes)
    {
        public static ImportAnswer Of(ImportReport report) => new(
            report.IsWritten, report.Count(ImportResult.Added), report.Count(ImportResult.Skipped), report.Count(ImportResult.Refused), report.Outcomes);
    }

    /// <summary>Imports clients from CSV with the columns name, phone, pets and recurring.</summary>
    /// <param name="dryRun">Whether only to tell what would happen.</param>
    [HttpPost("clients"), RequestSizeLimit(MaxBytes)]
    [Refuses(413, "body_too_large"), Refuses(415, "unsupported_media_type"), Refuses(422, "import_refused")]
    public Task<ActionResult<ImportAnswer>> ImportClientsAsync(bool dryRun = false, CancellationToken cancellationToken = default) =>
        ImportAsync(ImportKind.Clients, Csv, dryRun, cancellationToken);

    /// <summary>Imports bookings from CSV with the columns client, service, start, end, recurrence, until, sitter and notes.</summary>
    /// <param name="dryRun">Whether only to tell what would happen.</param>
    [HttpPost("bookings"), RequestSizeLimit(MaxBytes)]
    [Refuses(413, "body_too_large"), Refuses(415, "unsupported_media_type"), Refuses(422, "import_refused")]
    public Task<ActionResult<ImportAnswer>> ImportBookingsAsync(bool dryRun = false, CancellationToken cancellationToken = default) =>
        ImportAsync(ImportKind.Bookings, Csv, dryRun, cancellationToken);

    /// <summary>Imports visits from an iCalendar file whose summaries name service and client, such as "Walk: Robin Vale".</summary>
    /// <param name="dryRun">Whether only to tell what would happen.</param>
    [HttpPost("visits"), RequestSizeLimit(MaxBytes)]
    [Refuses(413, "body_too_large"), Refuses(415, "unsupported_media_type"), Refuses(422, "import_refused")]
    public Task<ActionResult<ImportAnswer>> ImportVisitsAsync(bool dryRun = false, CancellationToken cancellationToken = default) =>
        ImportAsync(ImportKind.Visits, "text/calendar", dryRun, cancellationToken);

    private async Task<ActionResult<ImportAnswer>> ImportAsync(ImportKind kind, string mediaType, bool dryRun, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(Request.ContentType, out var sent) || !sent.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
        {
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", $"This address takes {mediaType}.");
        }

        using var reader = new StreamReader(Request.Body, Encoding.UTF8);
        var report = await desk.RunAsync(User.ToActor(), kind, await reader.ReadToEndAsync(cancellationToken), dryRun, cancellationToken);
        return dryRun || report.IsWritten
            ? ImportAnswer.Of(report)
            : Problems.Of(
                StatusCodes.Status422UnprocessableEntity,
                "import_refused",
                "Some rows cannot be imported, so nothing was written.",
                ("outcomes", report.Outcomes.Where(outcome => outcome.Result == ImportResult.Refused)));
    }
}
