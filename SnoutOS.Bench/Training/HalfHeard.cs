using System.Runtime.InteropServices;

namespace SnoutOS.Bench.Training;

/// <summary>A message of which a random part of the features is heard: what that adds up to, and where most of it is said.</summary>
internal sealed class HalfHeard
{
    private const float Kept = .5f;

    private readonly List<(int Feature, int Word)> _features = [];
    private float _whole;
    private float _best;
    private int _first;
    private int _last;

    public ReadOnlySpan<(int Feature, int Word)> Features => CollectionsMarshal.AsSpan(_features);

    public void Read(int[][] words, float[] weights, float[] scales, Dice random)
    {
        _features.Clear();
        (_whole, _best, _first, _last) = (0, 0, 0, -1);
        var (run, start) = (0f, 0);
        for (var word = 0; word < words.Length; word++)
        {
            var added = 0f;
            foreach (var feature in words[word])
            {
                if (random.Falls(Kept))
                {
                    _features.Add((feature, word));
                    added += weights[feature] * scales[feature] / Kept;
                }
            }

            _whole += added;
            (run, start) = run > 0 ? (run + added, start) : (added, word);
            if (run > _best)
            {
                (_best, _first, _last) = (run, start, word);
            }
        }
    }

    public float Total(bool byRuns) => byRuns ? (_whole + _best) / 2 : _whole;

    /// <summary>How much of what a word says goes into the total.</summary>
    public float Share(int word, bool byRuns) => !byRuns || (word >= _first && word <= _last) ? 1 : .5f;
}
