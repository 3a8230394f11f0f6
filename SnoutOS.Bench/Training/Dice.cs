namespace SnoutOS.Bench.Training;

/// <summary>Random numbers that are the same everywhere.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public void Shuffle(int[] items)
    {
        for (var index = items.Length - 1; index > 0; index--)
        {
            var other = (int)(Next() % (ulong)(index + 1));
            (items[index], items[other]) = (items[other], items[index]);
        }
    }

    public bool Falls(float share) => (uint)Next() <= (uint)(share * uint.MaxValue);

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
