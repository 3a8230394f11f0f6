using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Rollout;

namespace SnoutOS.Domain.Imports;

/// <summary>
/// Takes in files of other programs. A dry run does all that the import would do, in a transaction that is not
/// committed, so what it shows is what will happen; one refused row means that nothing is written.
/// </summary>
public sealed class ImportDesk(Writer writer, ClientBook clients, BookingMaker bookings, MessagingFlags flags, TimeProvider clock)
{
    /// <summary>How many rows a file may have: while they are written, others wait.</summary>
    public const int MostRows = 500;

    public Task<ImportReport> RunAsync(Actor actor, ImportKind kind, string text, bool isDryRun, CancellationToken cancellationToken) =>
        RunAsync(actor, kind, text, isDryRun, progress: null, cancellationToken);

    /// <summary>The same, telling how far it has come. Stopped before the end, nothing is written.</summary>
    public async Task<ImportReport> RunAsync(
        Actor actor, ImportKind kind, string text, bool isDryRun, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var isProactive = await flags.IsProactiveAsync(actor.OrganizationId, cancellationToken);
        try
        {
            return await writer.CommitAsync(actor.OrganizationId, async db =>
            {
                var rows = await ReadAsync(db, kind, text, cancellationToken);
                var outcomes = await WriteAsync(db, actor, kind, rows, isProactive, progress, cancellationToken);
                if (isDryRun || outcomes.Exists(outcome => outcome.Result == ImportResult.Refused))
                {
                    throw new NothingWrittenException(new ImportReport(IsWritten: false, outcomes));
                }

                await AuditLog.AppendAsync(db, AuditAct.By(actor, "import.written", TagWords.Of(kind), $"{outcomes.Count} rows"), clock.GetUtcNow(), cancellationToken);
                return new ImportReport(IsWritten: true, outcomes);
            }, cancellationToken);
        }
        catch (NothingWrittenException nothing)
        {
            return nothing.Report;
        }
    }

    private static async Task<IReadOnlyList<ImportRow>> ReadAsync(SnoutDbContext db, ImportKind kind, string text, CancellationToken cancellationToken)
    {
        var rows = kind switch
        {
            ImportKind.Clients => ClientSheet.Read(text),
            ImportKind.Bookings => BookingSheet.Read(text),
            ImportKind.Visits => CalendarFile.Read(text, await db.ZoneAsync(cancellationToken)),
        };
        return rows.Count <= MostRows ? rows : [new ImportRow.Unreadable(MostRows + 1, "", $"A file may have {MostRows} rows. Take it in pieces.")];
    }

    private async Task<List<RowOutcome>> WriteAsync(
        SnoutDbContext db, Actor actor, ImportKind kind, IReadOnlyList<ImportRow> rows, bool isProactive, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var clientWriting = new ClientWriting(db, actor, clients);
        var people = await NamedPeople.ReadAsync(db, cancellationToken);
        var bookingWriting = new BookingWriting(db, actor, bookings, people, kind == ImportKind.Visits, isProactive);
        var outcomes = new List<RowOutcome>();
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new ImportProgress(outcomes.Count, rows.Count));
            outcomes.Add(row switch
            {
                ImportRow.OfClient client => await clientWriting.WriteAsync(client, cancellationToken),
                ImportRow.OfBooking booking => await bookingWriting.WriteAsync(booking, cancellationToken),
                ImportRow.Unreadable bad => RowOutcome.Refused(bad.Row, bad.Field, bad.Sentence),
                _ => throw new InvalidOperationException("A row of no known kind."),
            });

            // What is saved need not be looked through again with every row.
            db.ChangeTracker.Clear();
        }

        return outcomes;
    }

    /// <summary>Carries the report out of the transaction, which is rolled back by it.</summary>
    private sealed class NothingWrittenException(ImportReport report) : Exception("Nothing was written.")
    {
        public ImportReport Report { get; } = report;
    }
}
