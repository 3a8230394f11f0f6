namespace SnoutOS.Domain.Policing.Figures;

/// <summary>
/// How often a message was held back for nothing, as the owners themselves judged: of all held messages that were decided,
/// the share that was called a false alarm or sent anyway. Messages nobody has decided on say nothing yet and do not count.
/// </summary>
/// <param name="Wrong">False alarms and messages that were sent anyway.</param>
/// <param name="Decided">All that were decided: those, and the ones that were kept back.</param>
public sealed record FalseAlarmRate(int Wrong, int Decided)
{
    /// <summary>With fewer decisions the interval is so wide that a rate would only mislead.</summary>
    public const int Fewest = 20;

    /// <summary>The quantile of the normal distribution for 95 %.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>Null while there are too few decisions to tell.</summary>
    public double? Rate => Decided < Fewest ? null : (double)Wrong / Decided;

    /// <summary>The lower end of the 95 % confidence interval after Wilson; null while there are too few decisions to tell.</summary>
    public double? Low => Decided < Fewest ? null : Math.Max(0, Centre - Reach);

    /// <inheritdoc cref="Low"/>
    public double? High => Decided < Fewest ? null : Math.Min(1, Centre + Reach);

    private double Share => (double)Wrong / Decided;

    private double Centre => (Share + (Z * Z / (2 * Decided))) / (1 + (Z * Z / Decided));

    private double Reach => Z / (1 + (Z * Z / Decided)) * Math.Sqrt((Share * (1 - Share) / Decided) + (Z * Z / (4.0 * Decided * Decided)));
}
