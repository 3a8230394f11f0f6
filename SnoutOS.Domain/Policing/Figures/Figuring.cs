using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Domain.Policing.Figures;

/// <summary>Adds the rows up. A pure function of them and the instant.</summary>
internal static class Figuring
{
    private static readonly Func<Violation, bool> IsAttempt = Strikes.IsAttempt.Compile();

    public static FiguresReport Of(
        DateTimeOffset now,
        FiguresFilter filter,
        FigureWeeks weeks,
        IReadOnlyList<Violation> rows,
        IReadOnlyList<Sitter> sitters,
        WaitingMessages waiting)
    {
        var shown = rows
            .Where(row => row.At >= weeks.StartsAt
                && (filter.SitterId is null || row.SitterId == filter.SitterId) && (filter.Type is null || row.IsOf(filter.Type.Value)))
            .ToList();
        var blocked = shown.FindAll(row => row.Action == PoachingAction.Block);
        var outcomes = Outcomes(blocked);
        var wrong = outcomes.SentAnyway + outcomes.FalseAlarm;
        return new FiguresReport(
            now,
            weeks.StartsAt,
            Count(shown),
            outcomes,
            new FalseAlarmRate(wrong, wrong + outcomes.KeptBack),
            Median([.. blocked.Where(row => row.DecidedAt is not null).Select(row => (row.DecidedAt!.Value - row.At).TotalSeconds).Order()]),
            [.. Enumerable.Range(0, weeks.Count).Select(week => new WeekFigures(
                weeks[week].Begins, weeks[week].StartsAt, Count(shown.Where(row => weeks.Of(row.At) == week))))],
            [.. Enum.GetValues<FindingType>().Select(type => new TypeFigures(type, Count(shown.Where(row => row.IsOf(type)))))],
            BySitter(shown, sitters),
            Spike.Of(rows.Where(row => row.Action == PoachingAction.Block).Select(row => row.At), now),
            [.. sitters.Select(sitter => StrikesOf(sitter, rows, now)).Where(row => row.Strikes > 0 || row.Status == SitterStatus.Locked)],
            waiting);
    }

    private static FigureCounts Count(IEnumerable<Violation> rows)
    {
        var (blocked, masked, flagged) = (0, 0, 0);
        foreach (var row in rows)
        {
            blocked += row.Action == PoachingAction.Block ? 1 : 0;
            masked += row.Action == PoachingAction.Mask ? 1 : 0;
            flagged += row.Action == PoachingAction.Flag ? 1 : 0;
        }

        return new FigureCounts(blocked, masked, flagged);
    }

    private static BlockedOutcomes Outcomes(List<Violation> blocked)
    {
        return new BlockedOutcomes(
            Became(ViolationOutcome.Open), Became(ViolationOutcome.ForceSent), Became(ViolationOutcome.Dismissed), Became(ViolationOutcome.FalsePositive));

        int Became(ViolationOutcome outcome) => blocked.Count(row => row.Outcome == outcome);
    }

    private static double? Median(double[] sorted) => sorted.Length switch
    {
        0 => null,
        var count when count % 2 == 1 => sorted[count / 2],
        var count => (sorted[(count / 2) - 1] + sorted[count / 2]) / 2,
    };

    /// <summary>Who had most held back comes first.</summary>
    private static List<SitterFigures> BySitter(List<Violation> shown, IReadOnlyList<Sitter> sitters)
    {
        var names = sitters.ToDictionary(sitter => sitter.Id, sitter => sitter.Name);
        return [.. shown
            .GroupBy(row => row.SitterId)
            .Select(group => new SitterFigures(group.Key, group.Key is { } id ? names[id] : "", Count(group)))
            .OrderByDescending(row => row.Counts.Blocked)
            .ThenByDescending(row => row.Counts.Masked + row.Counts.Flagged)
            .ThenBy(row => row.Name, StringComparer.Ordinal)
            .ThenBy(row => row.SitterId)];
    }

    private static StrikeFigures StrikesOf(Sitter sitter, IReadOnlyList<Violation> rows, DateTimeOffset now)
    {
        var after = Strikes.CountAfter(sitter, now);
        var attempts = rows.Where(row => row.SitterId == sitter.Id && row.At > after && IsAttempt(row)).ToList();
        var last = attempts.LastOrDefault() ?? rows.LastOrDefault(row => row.SitterId == sitter.Id && row.Action == PoachingAction.Block);
        return new StrikeFigures(
            sitter.Id,
            sitter.Name,
            sitter.Status,
            sitter.IsLockedByStrikes,
            attempts.Select(row => row.StrikeId).Distinct().Count(),
            last?.At,
            last?.ThreadId);
    }
}
