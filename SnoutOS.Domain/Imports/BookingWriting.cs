using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Imports;

/// <summary>Writes one booking of a file after another, in the file's transaction.</summary>
internal sealed class BookingWriting(SnoutDbContext db, Actor actor, BookingMaker maker, NamedPeople people, bool isCalendar, bool isProactive)
{
    private readonly List<(int Row, Guid ClientId, VisitSpan Span)> _written = [];

    public async Task<RowOutcome> WriteAsync(ImportRow.OfBooking row, CancellationToken cancellationToken)
    {
        var line = row.Line;
        if (people.Client(line.Client) is not { Id: { } clientId })
        {
            return Refused(row, "clientId", people.Client(line.Client).Objection);
        }

        var sitter = people.Sitter(line.Sitter);
        if (sitter.Objection.Length > 0)
        {
            return Refused(row, "sitterId", sitter.Objection);
        }

        var id = ImportKey.Of(actor.OrganizationId, clientId, line);
        if (await db.Bookings.AnyAsync(booking => booking.Id == id, cancellationToken))
        {
            return RowOutcome.Skipped(row.Row, "This was imported before.");
        }

        var request = new NewBooking(clientId, line.Service, line.StartsAt, line.EndsAt, line.Recurrence, line.Until, sitter.Id, line.Notes);
        var verdict = await maker.MakeAsync(db, actor, request, isProactive, cancellationToken, id);
        return verdict is BookingVerdict.Done
            ? await AddedAsync(row, id, clientId, cancellationToken)
            : Refused(row, BookingObjection.Of(verdict).Field, BookingObjection.Of(verdict).Sentence);
    }

    private async Task<RowOutcome> AddedAsync(ImportRow.OfBooking row, Guid bookingId, Guid clientId, CancellationToken cancellationToken)
    {
        var visits = await db.Visits.Where(visit => visit.BookingId == bookingId)
            .Select(visit => new VisitSpan(visit.StartsAt, visit.EndsAt))
            .ToListAsync(cancellationToken);
        var rival = _written.Find(other => other.ClientId == clientId && visits.Exists(visit => visit.StartsAt < other.Span.EndsAt && other.Span.StartsAt < visit.EndsAt));
        _written.AddRange(visits.Select(visit => (row.Row, clientId, visit)));
        return rival.Row > 0 ? Refused(row, "startsAt", $"This overlaps row {rival.Row}, which is for the same client.")
            : row.Line.Recurrence == Recurrence.Weekly ? RowOutcome.Added(row.Row, $"A weekly series, {visits.Count} visits of it now.")
            : RowOutcome.Added(row.Row, "A visit.");
    }

    private RowOutcome Refused(ImportRow row, string field, string sentence) => RowOutcome.Refused(row.Row, ColumnOf(field), sentence);

    /// <summary>The word by which the file knows a field of a booking.</summary>
    private string ColumnOf(string field) => (field, isCalendar) switch
    {
        ("clientId", false) => "client",
        ("startsAt", false) => "start",
        ("endsAt", false) => "end",
        ("sitterId", false) => "sitter",
        ("clientId" or "service", true) => "SUMMARY",
        ("startsAt", true) => "DTSTART",
        ("endsAt", true) => "DTEND",
        ("until" or "recurrence", true) => "RRULE",
        ("sitterId", true) => "ATTENDEE",
        _ => field,
    };
}
