using FsCheck;
using FsCheck.Fluent;
using SnoutOS.Domain.Bookings;

namespace SnoutOS.Tests.Histories;

/// <summary>Makes up histories, and makes those that fail shorter.</summary>
public static class MadeUp
{
    /// <summary>An ordinary day, the eves of both changes of the clock, the last hours of a year and the end of February.</summary>
    private static readonly Gen<DateTimeOffset> Start = Gen.Elements(
        new DateTimeOffset(2026, 3, 4, 17, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 3, 8, 4, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 11, 1, 3, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2027, 1, 1, 2, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2028, 2, 29, 15, 0, 0, TimeSpan.Zero));

    private static readonly Gen<Who> Client = Gen.Frequency((3, Gen.Constant(Who.Robin)), (2, Gen.Constant(Who.Casey)), (1, Gen.Constant(Who.Drew)));
    private static readonly Gen<Carer> Sitter = Gen.Elements(Enum.GetValues<Carer>());
    private static readonly Gen<Carer?> MaybeSitter = Gen.Frequency((4, Sitter.Select(sitter => (Carer?)sitter)), (1, Gen.Constant<Carer?>(null)));
    private static readonly Gen<Line> Number = Gen.Elements(Enum.GetValues<Line>());
    private static readonly Gen<int> Index = Gen.Choose(0, 4);
    private static readonly Gen<int> Visit = Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 3)));
    private static readonly Gen<BookingScope> Scope = Gen.Elements(Enum.GetValues<BookingScope>());
    private static readonly Gen<string> Service = Gen.Frequency((6, Gen.Elements("walk", "drop_in", "house_sitting")), (1, Gen.Constant("meet_and_greet")));

    /// <summary>Mostly about now, so that windows open, close and touch while the history lasts.</summary>
    private static readonly Gen<int> Soon = Gen.Frequency((6, Gen.Choose(-8, 12)), (1, Gen.Choose(-100, 300)));
    private static readonly Gen<int> Length = Gen.Choose(1, 8);
    private static readonly Gen<bool> Seldom = Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)));

    private static readonly Gen<Act> Booking =
        from client in Client
        from service in Service
        from start in Soon
        from length in Length
        from weekly in Seldom
        from sitter in MaybeSitter
        select (Act)new Books(client, service, start, length, weekly, sitter);

    private static readonly Gen<Act> Assignment =
        from booking in Index
        from visit in Visit
        from scope in Scope
        from sitter in MaybeSitter
        select (Act)new Assigns(booking, visit, scope, sitter);

    private static readonly Gen<Act> Move =
        from booking in Index
        from visit in Visit
        from scope in Scope
        from start in Soon
        from length in Length
        select (Act)new Moves(booking, visit, scope, start, length);

    private static readonly Gen<Act> Cancellation =
        from booking in Index
        from visit in Visit
        from scope in Scope
        select (Act)new Cancels(booking, visit, scope);

    private static readonly Gen<Act> Text =
        from client in Client
        from to in Number
        from body in Gen.Frequency((12, Gen.Constant("Hello")), (1, Gen.Elements("STOP", "START")))
        from late in Seldom
        select (Act)new Texts(client, to, body, late);

    private static readonly Gen<Act> SittersText =
        from sitter in Sitter
        from client in Client
        from line in Number
        select (Act)new SitterWrites(sitter, client, line);

    private static readonly Gen<Act> Choice =
        from client in Client
        from line in Number
        from sitter in MaybeSitter
        select (Act)new Chooses(client, line, sitter);

    private static readonly Gen<Act> Anything = Gen.Frequency(
        (14, Booking),
        (10, Assignment),
        (5, Move),
        (4, Cancellation),
        (2, Index.Zip(Gen.Elements(Enum.GetValues<MeetAndGreetOutcome>()), (booking, outcome) => (Act)new Decides(booking, outcome))),
        (4, Index.Zip(Client, (booking, client) => (Act)new Opens(booking, 0, client))),
        (24, Text),
        (1, Number.Select(to => (Act)new StrangerTexts(to))),
        (3, Gen.Constant((Act)new LedgerCatchesUp())),
        (12, SittersText),
        (4, Client.Zip(Number, (client, line) => (Act)new OwnerWrites(client, line))),
        (4, Choice),
        (2, Client.Zip(Number, (client, line) => (Act)new HandsOver(client, line))),
        (2, Sitter.Zip(Gen.Elements(true, false), (sitter, unlocks) => (Act)new Locks(sitter, unlocks))),
        (1, Sitter.Zip(MaybeSitter, (sitter, successor) => (Act)new Leaves(sitter, successor))),
        (1, Sitter.Select(sitter => (Act)new ComesBack(sitter))),
        (8, Gen.Choose(1, 12).Select(quarters => (Act)new TimePasses(TimeSpan.FromMinutes(15 * quarters)))),
        (6, Gen.Elements(0, 0, 1).Select(before => (Act)new TimePassesToAnEdge(before))),
        (2, Gen.Choose(1, 40).Select(days => (Act)new TimePasses(TimeSpan.FromDays(days)))));

    public static Arbitrary<History> History() => Arb.From(
        from start in Start
        from length in Gen.Choose(10, 40)
        from acts in Anything.ListOf(length)
        select new History(start, [.. acts]), Shorter);

    /// <summary>Without a half, a quarter, an eighth, down to single acts.</summary>
    private static IEnumerable<History> Shorter(History history)
    {
        for (var size = history.Acts.Count / 2; size > 0; size /= 2)
        {
            for (var at = 0; at < history.Acts.Count; at += size)
            {
                yield return new History(history.Start, [.. history.Acts.Take(at), .. history.Acts.Skip(at + size)]);
            }
        }
    }
}
