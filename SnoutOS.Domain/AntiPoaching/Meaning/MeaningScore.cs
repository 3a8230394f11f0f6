namespace SnoutOS.Domain.AntiPoaching.Meaning;

/// <summary>
/// Adds up what a message says. Everything counts once, however often it is said; what each word adds is kept, so that
/// the place where it is said can be shown. Its buffers are used again.
/// </summary>
internal sealed class MeaningScore
{
    /// <summary>So many words apart may two ideas stand that belong together.</summary>
    public const int Window = 6;

    /// <summary>So many words apart they are beside one another.</summary>
    public const int Beside = 2;

    private readonly MeaningModel _model;
    private readonly (int Seen, int Weight)[] _features;
    private int _message;
    private int[] _fired = new int[512];
    private int _firedCount;
    private int[] _added = new int[256];

    public MeaningScore(MeaningModel model)
    {
        _model = model;
        _features = [.. model.Weights.Select(weight => (0, weight))];
    }

    public int Total { get; private set; }

    /// <summary>The features that were there, and had anything to say.</summary>
    public ReadOnlySpan<int> Fired => _fired.AsSpan(0, _firedCount);

    /// <summary>What each word added.</summary>
    public ReadOnlySpan<int> Added => _added;

    public void Read(ReadOnlySpan<MeantWord> words)
    {
        _added = _added.Length < words.Length ? new int[words.Length * 2] : _added;
        (_firedCount, _message) = (0, _message + 1);
        var said = new BestRun();
        for (var index = 0; index < words.Length; index++)
        {
            ref readonly var word = ref words[index];
            var added = word.Weight;
            Fire(word.Feature);
            if (index > 0 && word.Stem != 0 && words[index - 1].Stem != 0 && words[index - 1].Sentence == word.Sentence)
            {
                added += Once(_model.Pair(words[index - 1].Stem, word.Stem));
            }

            added += word.Ideas == 0 ? 0 : AddIdeas(words, index);
            _added[index] = added;
            said.Add(added);
        }

        Total = _model.Bias + said.Total;
    }

    private int AddIdeas(ReadOnlySpan<MeantWord> words, int index)
    {
        var (added, sentence, last) = (0, words[index].Sentence, Math.Max(0, index - Window));
        for (var ideas = words[index].Ideas; ideas != 0; ideas >>= 8)
        {
            added += Once(_model.Idea((byte)ideas));
        }

        for (var other = index - 1; other >= last && words[other].Sentence == sentence; other--)
        {
            for (var first = words[other].Ideas; first != 0; first >>= 8)
            {
                for (var second = words[index].Ideas; second != 0; second >>= 8)
                {
                    added += Once(_model.Near((byte)first, (byte)second));
                    added += other >= index - Beside ? Once(_model.Beside((byte)first, (byte)second)) : 0;
                }
            }
        }

        return added;
    }

    private int Once(int feature)
    {
        if (feature == 0)
        {
            return 0;
        }

        ref var known = ref _features[feature];
        if (known.Seen == _message)
        {
            return 0;
        }

        known.Seen = _message;
        Fire(feature);
        return known.Weight;
    }

    private void Fire(int feature)
    {
        if (_firedCount == _fired.Length)
        {
            Array.Resize(ref _fired, _firedCount * 2);
        }

        _fired[_firedCount] = feature;
        _firedCount += feature == 0 ? 0 : 1;
    }
}
