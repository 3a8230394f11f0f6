namespace SnoutOS.Domain.Imports;

/// <summary>One row of a file: what it says, or why it cannot be read.</summary>
internal abstract record ImportRow(int Row)
{
    public sealed record Unreadable(int Row, string Field, string Sentence) : ImportRow(Row);

    public sealed record OfClient(int Row, Organizations.ClientEntry Entry) : ImportRow(Row);

    public sealed record OfBooking(int Row, BookingLine Line) : ImportRow(Row);
}

/// <summary>A booking as a file tells it: people by their names.</summary>
/// <param name="Uid">What the file calls it; empty where it has no name for it.</param>
/// <param name="Client">The client's name or phone.</param>
/// <param name="Sitter">The sitter's name or e-mail address; empty for nobody.</param>
internal sealed record BookingLine(
    string Uid,
    string Client,
    string Service,
    Bookings.VisitTime StartsAt,
    Bookings.VisitTime EndsAt,
    Bookings.Recurrence Recurrence,
    DateOnly? Until,
    string Sitter,
    string Notes);
