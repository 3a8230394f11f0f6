using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>A phrase that stands in the message, with its first and last token.</summary>
internal readonly record struct SpokenPhrase(CompiledPhrase Compiled, int First, int Last)
{
    public Phrase Phrase => Compiled.Phrase;
}

/// <summary>The phrases of one message.</summary>
internal sealed class PhraseReading
{
    private readonly int[] _asked = new int[PhraseIndex.All.Length];
    private int _message;
    private SpokenPhrase[] _spoken = new SpokenPhrase[64];
    private int _count;

    public ReadOnlySpan<SpokenPhrase> Spoken => _spoken.AsSpan(0, _count);

    public void Read(MessageText text)
    {
        (_count, _message) = (0, _message + 1);
        foreach (var word in text.Words)
        {
            foreach (var candidate in PhraseIndex.Of(text.Tokens[word].Entry))
            {
                if (_asked[candidate] != _message)
                {
                    _asked[candidate] = _message;
                    Ask(text, PhraseIndex.All[candidate]);
                }
            }
        }
    }

    /// <summary>How sure all phrases of a signal make us together: each takes away some of the doubt that is left.</summary>
    public double Strength(Signal signal)
    {
        var doubt = 1.0;
        foreach (ref readonly var spoken in Spoken)
        {
            if (spoken.Phrase.Signal == signal)
            {
                doubt *= 1 - spoken.Phrase.Weight;
            }
        }

        return 1 - doubt;
    }

    /// <summary>Whether some rule of a family spoke.</summary>
    public bool Says(string family)
    {
        foreach (ref readonly var spoken in Spoken)
        {
            if (spoken.Phrase.Rule.StartsWith(family, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The phrase that says it most clearly.</summary>
    public SpokenPhrase Strongest(Signal signal)
    {
        var strongest = default(SpokenPhrase);
        foreach (ref readonly var spoken in Spoken)
        {
            if (spoken.Phrase.Signal == signal && (strongest.Compiled is null || spoken.Phrase.Weight > strongest.Phrase.Weight))
            {
                strongest = spoken;
            }
        }

        return strongest;
    }

    private void Ask(MessageText text, CompiledPhrase compiled)
    {
        var (first, last) = compiled.Match(text);
        if (first < 0)
        {
            return;
        }

        Keep(new SpokenPhrase(compiled, text.Words[first], text.Words[last]));
    }

    /// <summary>A rule counts once, with the clearest of its phrases.</summary>
    private void Keep(in SpokenPhrase spoken)
    {
        for (var index = 0; index < _count; index++)
        {
            if (_spoken[index].Phrase.Signal == spoken.Phrase.Signal && ReferenceEquals(_spoken[index].Phrase.Rule, spoken.Phrase.Rule))
            {
                _spoken[index] = _spoken[index].Phrase.Weight >= spoken.Phrase.Weight ? _spoken[index] : spoken;
                return;
            }
        }

        if (_count == _spoken.Length)
        {
            Array.Resize(ref _spoken, _count * 2);
        }

        _spoken[_count++] = spoken;
    }
}
