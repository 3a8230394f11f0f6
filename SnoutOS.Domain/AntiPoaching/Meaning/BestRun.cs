namespace SnoutOS.Domain.AntiPoaching.Meaning;

/// <summary>
/// Adds up what words say one after another. The run of words that says most counts as much as the whole, so that one
/// sentence in a long report is heard although all the others speak against it.
/// </summary>
internal struct BestRun
{
    private int _whole;
    private int _run;
    private int _best;

    public readonly int Total => (_whole + _best) / 2;

    public void Add(int added)
    {
        _whole += added;
        _run = Math.Max(0, _run + added);
        _best = Math.Max(_best, _run);
    }
}
