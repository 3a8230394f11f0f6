using FsCheck;
using FsCheck.Fluent;
using SnoutOS.Domain.AntiPoaching;
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

    private static readonly Gen<Carer> Sitter = Gen.Frequency((4, Gen.Constant(Carer.Ana)), (3, Gen.Constant(Carer.Ben)), (2, Gen.Constant(Carer.Cleo)));
    private static readonly Gen<Carer?> MaybeSitter = Gen.Frequency((6, Sitter.Select(sitter => (Carer?)sitter)), (1, Gen.Constant<Carer?>(null)));

    private static readonly Gen<Line> Number = Gen.Frequency(
        (5, Gen.Constant(Line.AnasNumber)), (3, Gen.Constant(Line.BensNumber)), (5, Gen.Constant(Line.FirstOfThePool)),
        (1, Gen.Constant(Line.SecondOfThePool)), (1, Gen.Constant(Line.FrontDesk)));

    private static readonly Gen<int> Index = Gen.Choose(0, 3);
    private static readonly Gen<int> Visit = Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 3)));
    private static readonly Gen<BookingScope> Scope = Gen.Elements(Enum.GetValues<BookingScope>());
    private static readonly Gen<string> Service = Gen.Frequency((8, Gen.Elements("walk", "drop_in", "house_sitting")), (1, Gen.Constant("meet_and_greet")));

    /// <summary>Mostly about now, so that windows open, close and touch while the history lasts.</summary>
    private static readonly Gen<int> Soon = Gen.Frequency((9, Gen.Choose(-6, 6)), (1, Gen.Choose(-100, 300)));
    private static readonly Gen<int> Length = Gen.Choose(1, 8);
    private static readonly Gen<bool> Seldom = Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)));

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

    private static readonly Gen<Act> RuleChange =
        from ofSitters in Gen.Elements(PoachingAction.Block, PoachingAction.Mask, PoachingAction.Flag)
        from ofClients in Gen.Elements(PoachingAction.Block, PoachingAction.Mask, PoachingAction.Off)
        from first in Gen.Elements(0, 2)
        select (Act)new ChangesRules(ofSitters, ofClients, first);

    /// <summary>Most of a history is about one client.</summary>
    public static Arbitrary<History> History() => Arb.From(
        from start in Start
        from who in Gen.Elements(Who.Robin, Who.Robin, Who.Casey, Who.Drew)
        from length in Gen.Choose(8, 26)
        from acts in AboutMostly(who).ListOf(length)
        select new History(start, [.. acts]), Shorter);

    private static Gen<Act> AboutMostly(Who who)
    {
        var client = Gen.Frequency((6, Gen.Constant(who)), (1, Gen.Elements(Enum.GetValues<Who>())));
        return Gen.Frequency(
            (14, Booking(client)),
            (7, Assignment),
            (4, Move),
            (3, Cancellation),
            (2, Index.Zip(Gen.Elements(Enum.GetValues<MeetAndGreetOutcome>()), (booking, outcome) => (Act)new Decides(booking, outcome))),
            (5, Index.Select(booking => (Act)new Opens(booking))),
            (26, Text(client)),
            (1, Number.Select(to => (Act)new StrangerTexts(to))),
            (3, Gen.Constant((Act)new LedgerCatchesUp())),
            (12, SittersText(client)),
            (3, client.Zip(Number, (whom, line) => (Act)new OwnerWrites(whom, line))),
            (4, Poaching(client)),
            (3, Trying(client)),
            (3, Index.Zip(Gen.Elements(Enum.GetValues<Verdict>()), (which, verdict) => (Act)new Rules(which, verdict))),
            (2, Index.Select(which => (Act)new Reveals(which))),
            (1, RuleChange),
            (5, Choice(client)),
            (2, client.Zip(Number, (whom, line) => (Act)new HandsOver(whom, line))),
            (2, Sitter.Zip(Gen.Elements(true, false), (sitter, unlocks) => (Act)new Locks(sitter, unlocks))),
            (1, Sitter.Zip(MaybeSitter, (sitter, successor) => (Act)new Leaves(sitter, successor))),
            (1, Sitter.Select(sitter => (Act)new ComesBack(sitter))),
            (4, Gen.Choose(1, 8).Select(quarters => (Act)new TimePasses(TimeSpan.FromMinutes(15 * quarters)))),
            (5, Gen.Elements(0, 0, 1).Select(before => (Act)new TimePassesToAnEdge(before))),
            (1, Gen.Choose(1, 40).Select(days => (Act)new TimePasses(TimeSpan.FromDays(days)))));
    }

    private static Gen<Act> Booking(Gen<Who> clients) =>
        from client in clients
        from service in Service
        from start in Soon
        from length in Length
        from weekly in Seldom
        from sitter in MaybeSitter
        select (Act)new Books(client, service, start, length, weekly, sitter);

    private static Gen<Act> Text(Gen<Who> clients) =>
        from client in clients
        from to in Number
        from body in Gen.Frequency((15, Gen.Constant("Hello")), (1, Gen.Elements("STOP", "START")), (3, Gen.Constant("Call me on 212-555-0199 please")))
        from late in Seldom
        select (Act)new Texts(client, to, body, late);

    private static Gen<Act> SittersText(Gen<Who> clients) =>
        from sitter in Sitter
        from client in clients
        from line in Number
        select (Act)new SitterWrites(sitter, client, line);

    /// <summary>Mostly on the sitter's own number, or there would be no window for most of it.</summary>
    private static Gen<Act> Poaching(Gen<Who> clients) =>
        from sitter in Sitter
        from client in clients
        from own in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from other in Number
        let line = own && sitter != Carer.Cleo ? sitter == Carer.Ana ? Line.AnasNumber : Line.BensNumber : other
        from body in Gen.Elements("My cell is 212-555-0142", "Write to jane@example.com 🐶, or call 212-555-0142")
        select (Act)new Poaches(sitter, client, line, body);

    private static Gen<Act> Trying(Gen<Who> clients) =>
        from client in clients
        from attempts in Gen.Choose(1, 4)
        from apart in Gen.Elements(3, 11)
        from verdict in Gen.Elements(Enum.GetValues<Verdict>())
        select (Act)new TriesItOn(client, attempts, apart, verdict);

    private static Gen<Act> Choice(Gen<Who> clients) =>
        from client in clients
        from line in Number
        from sitter in MaybeSitter
        select (Act)new Chooses(client, line, sitter);

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
