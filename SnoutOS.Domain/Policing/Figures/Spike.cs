namespace SnoutOS.Domain.Policing.Figures;

/// <summary>
/// Whether far more was held back in the last seven days than the eight weeks before lead one to expect. If messages are
/// held back independently of each other at a steady pace, the count of a week follows Poisson's distribution around the
/// mean of the weeks before; a count that this makes rarer than once in a thousand weeks, and that is no handful, is a spike.
/// </summary>
/// <param name="Now">How many in the last seven days.</param>
/// <param name="Expected">The mean of the eight times seven days before.</param>
public sealed record Spike(int Now, double Expected)
{
    public const int WeeksBefore = 8;

    /// <summary>Fewer are not worth an alarm, however quiet it was before.</summary>
    public const int Fewest = 5;

    public const double Rare = 0.001;

    public static TimeSpan Week { get; } = TimeSpan.FromDays(7);

    public bool IsSpike => Now >= Fewest && ChanceOf(Now, Expected) < Rare;

    /// <summary>By the instants at which messages were held back; what lies further back than nine weeks does not count.</summary>
    public static Spike Of(IEnumerable<DateTimeOffset> blocked, DateTimeOffset now)
    {
        var (fresh, before) = (0, 0);
        foreach (var age in blocked.Select(at => now - at))
        {
            fresh += age >= TimeSpan.Zero && age < Week ? 1 : 0;
            before += age >= Week && age < Week * (WeeksBefore + 1) ? 1 : 0;
        }

        return new Spike(fresh, (double)before / WeeksBefore);
    }

    /// <summary>The chance of so many or more where so many are expected. Summed from the logarithms, so that nothing underflows.</summary>
    public static double ChanceOf(int count, double expected)
    {
        if (count <= 0)
        {
            return 1;
        }

        if (expected <= 0)
        {
            return 0;
        }

        var logarithm = -expected;
        for (var number = 1; number <= count; number++)
        {
            logarithm += Math.Log(expected / number);
        }

        var sum = 0.0;
        for (var number = count + 1; ; number++)
        {
            var term = Math.Exp(logarithm);
            sum += term;
            if (number > expected && term <= sum * 1e-15)
            {
                return Math.Min(1, sum);
            }

            logarithm += Math.Log(expected / number);
        }
    }
}
