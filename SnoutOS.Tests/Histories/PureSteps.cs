using FsCheck;
using FsCheck.Fluent;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Tests.Histories;

/// <summary>One step of a history in memory.</summary>
internal sealed record Step(string Sentence, Action<PureModel> Play)
{
    public override string ToString() => Sentence;
}

/// <summary>A history in memory, in one of three zones near a change of its clock or in between.</summary>
public sealed class PureHistory
{
    internal PureHistory(string zone, DateTimeOffset start, IReadOnlyList<Step> steps) => (Zone, Start, Steps) = (zone, start, steps);

    internal string Zone { get; }

    internal DateTimeOffset Start { get; }

    internal IReadOnlyList<Step> Steps { get; }

    internal PureModel Play()
    {
        var model = new PureModel(TimeZoneInfo.FindSystemTimeZoneById(Zone), Start);
        foreach (var step in Steps)
        {
            step.Play(model);
        }

        return model;
    }

    public override string ToString() => string.Join(
        Environment.NewLine, Steps.Select((step, index) => $"  {index + 1}. {step}").Prepend($"in {Zone} from {Start:yyyy-MM-dd HH:mm}Z on:"));
}

public static class PureHistories
{
    private static readonly Gen<(string, DateTimeOffset)> Place = Gen.Elements(
        ("America/New_York", At(2026, 3, 8)), ("America/New_York", At(2026, 11, 1)),
        ("Europe/Berlin", At(2026, 3, 29)), ("Europe/Berlin", At(2026, 10, 25)),
        ("Australia/Lord_Howe", At(2026, 4, 4)), ("Australia/Lord_Howe", At(2026, 10, 3)),
        ("America/New_York", At(2027, 1, 1)), ("Europe/Berlin", At(2028, 2, 29)));

    private static readonly Gen<int> Client = Gen.Choose(0, 1);
    private static readonly Gen<Guid> Sitter = Gen.Choose(0, 2).Select(PureModel.Id);
    private static readonly Gen<Guid?> MaybeSitter = Gen.Frequency((4, Sitter.Select(sitter => (Guid?)sitter)), (1, Gen.Constant<Guid?>(null)));
    private static readonly Gen<int> Visit = Gen.Choose(0, 5);
    private static readonly Gen<int> Soon = Gen.Frequency((5, Gen.Choose(-6, 12).Select(quarters => quarters * 15)), (1, Gen.Choose(-2000, 60_000)));
    private static readonly Gen<int> Length = Gen.Choose(1, 12).Select(quarters => quarters * 15);
    private static readonly Gen<int> Buffer = Gen.Elements(0, 60, 60, 120);

    private static readonly Gen<Step> Booking =
        from client in Client
        from sitter in MaybeSitter
        from start in Soon
        from length in Length
        from buffer in Buffer
        select new Step(
            $"client {client} books {length} min in {start} min for {Name(sitter)}, buffers of {buffer} min",
            model => model.Book(client, sitter, start, length, buffer));

    private static readonly Gen<Step> Move =
        from visit in Visit
        from start in Soon
        from length in Length
        select new Step($"visit #{visit} is moved to {length} min in {start} min", model => model.Move(visit, start, length));

    private static readonly Gen<Step> Text =
        from client in Client
        from line in MaybeSitter
        from late in Gen.Elements(0, 0, 0, 30, 90)
        from chosen in Gen.Frequency((5, Gen.Constant<ChoiceFact?>(null)), (1, MaybeSitter.Select(sitter => (ChoiceFact?)new ChoiceFact(sitter, At(2026, 3, 8)))))
        select new Step(
            $"client {client} texted {(line is null ? "the pool" : $"the number of {Name(line)}")} {late} min ago{(chosen is null ? "" : $", the owner having chosen {Name(chosen.SitterId)}")}",
            model => PureJudge.Text(model, client, line, model.Now.AddMinutes(-late), chosen is null ? null : chosen with { ChosenAt = model.Now.AddHours(-1) }));

    private static readonly Gen<Step> Anything = Gen.Frequency(
        (6, Booking),
        (4, Visit.Zip(MaybeSitter, (visit, sitter) => new Step($"{Name(sitter)} is assigned to visit #{visit}", model => model.Assign(visit, sitter)))),
        (3, Move),
        (1, Visit.Select(visit => new Step($"visit #{visit} is cancelled", model => model.Cancel(visit)))),
        (1, Sitter.Zip(Gen.Elements(true, false), (sitter, unlocks) =>
            new Step($"{Name(sitter)} is {(unlocks ? "unlocked" : "locked")}", model => model.Lock(sitter, unlocks)))),
        (10, Text),
        (5, Client.Zip(Sitter, (client, sitter) => new Step($"{Name(sitter)} writes to client {client}", model => PureJudge.Writing(model, client, sitter)))),
        (2, Client.Select(client => new Step($"the business writes to client {client} from the pool", model => model.Lease(client)))),
        (4, Gen.Choose(1, 8).Select(quarters => new Step($"{quarters * 15} min go by", model => model.Pass(TimeSpan.FromMinutes(quarters * 15))))),
        (6, Gen.Elements(0, 0, 1).Select(before => new Step($"it is {before} µs before a window opens or closes", model => model.PassToAnEdge(before)))),
        (2, Gen.Choose(1, 9).Select(days => new Step($"{days} days go by", model => PureJudge.Days(model, days)))));

    public static Arbitrary<PureHistory> History() => Arb.From(
        from place in Place
        from length in Gen.Choose(1, 25)
        from steps in Anything.ListOf(length)
        select new PureHistory(place.Item1, place.Item2, [.. steps]),
        history => Enumerable.Range(0, history.Steps.Count).Select(
            left => new PureHistory(history.Zone, history.Start, [.. history.Steps.Where((_, index) => index != left)])));

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static string Name(Guid? sitter) => sitter is null ? "nobody" : $"sitter {sitter.Value.ToString()[7]}";
}
