using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Tests.Histories;

internal sealed record Books(Who Client, string Service, int StartsIn, int Quarters, bool Weekly, Carer? Sitter) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        var starts = stage.Now.AddMinutes(StartsIn * 15);
        var verdict = await stage.House.Get<BookingMaker>().CreateAsync(
            stage.Owner,
            new NewBooking(
                stage.Cast.Clients[Client],
                Service,
                new VisitTime.At(starts),
                new VisitTime.At(starts.AddMinutes(Quarters * 15)),
                Weekly ? Recurrence.Weekly : Recurrence.None,
                SitterId: Sitter is { } sitter ? stage.Cast.Sitters[sitter] : null),
            CancellationToken.None);
        if (verdict is BookingVerdict.Done done)
        {
            stage.Bookings.Add(done.BookingId);
        }
    }

    public override string ToString() =>
        $"{Client} books {(Weekly ? "a weekly " : "a ")}{Service} of {Minutes(Quarters)} in {Minutes(StartsIn)} for {Sitter?.ToString() ?? "nobody yet"}";
}

internal sealed record Assigns(int Booking, int Visit, BookingScope Scope, Carer? Sitter) : Act
{
    public override Task PlayAsync(Stage stage) => stage.ChangeAsync(
        part => stage.House.Get<SitterAssignments>().AssignAsync(
            stage.Owner, part, Sitter is { } sitter ? stage.Cast.Sitters[sitter] : null, CancellationToken.None),
        Booking, Visit, Scope);

    public override string ToString() => $"{Sitter?.ToString() ?? "nobody"} is assigned to {Scope} {Nth(Visit)} of booking {Nth(Booking)}";
}

internal sealed record Moves(int Booking, int Visit, BookingScope Scope, int StartsIn, int Quarters) : Act
{
    public override Task PlayAsync(Stage stage)
    {
        var starts = stage.Now.AddMinutes(StartsIn * 15);
        return stage.ChangeAsync(
            part => stage.House.Get<BookingMover>().MoveAsync(
                stage.Owner, part, new VisitTime.At(starts), new VisitTime.At(starts.AddMinutes(Quarters * 15)), CancellationToken.None),
            Booking, Visit, Scope);
    }

    public override string ToString() => $"{Scope} {Nth(Visit)} of booking {Nth(Booking)} is moved to {Minutes(Quarters)} in {Minutes(StartsIn)}";
}

internal sealed record Cancels(int Booking, int Visit, BookingScope Scope) : Act
{
    public override Task PlayAsync(Stage stage) => stage.ChangeAsync(
        part => stage.House.Get<BookingCanceller>().CancelAsync(stage.Owner, part, CancellationToken.None), Booking, Visit, Scope);

    public override string ToString() => $"{Scope} {Nth(Visit)} of booking {Nth(Booking)} is cancelled";
}

internal sealed record Decides(int Booking, MeetAndGreetOutcome Outcome) : Act
{
    public override Task PlayAsync(Stage stage) => stage.ChangeAsync(
        part => stage.House.Get<MeetAndGreets>().DecideAsync(stage.Owner, part.BookingId, Outcome, CancellationToken.None), Booking, 0, BookingScope.Visit);

    public override string ToString() => $"the first meeting of booking {Nth(Booking)} is {(Outcome == MeetAndGreetOutcome.Open ? "opened" : Outcome)}";
}

/// <summary>A conversation for the first visit is opened before anybody wrote; it takes a number of the pool where that is due.</summary>
internal sealed record Opens(int Booking) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        if (stage.Bookings.Count > 0)
        {
            await using var db = stage.Db();
            var visit = await db.Visits.Where(row => row.BookingId == stage.Bookings[Booking % stage.Bookings.Count])
                .OrderBy(row => row.SeriesDay).FirstAsync();
            await stage.House.Get<ThreadOpener>().OpenAsync(stage.Owner, visit.ClientId, visit.Id, CancellationToken.None);
        }
    }

    public override string ToString() => $"the owner opens a conversation for the first visit of booking {Nth(Booking)}";
}
