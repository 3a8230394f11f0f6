using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>The surest phrase of each type that stands in a message.</summary>
internal sealed class PhraseReading
{
    private readonly int[] _asked = new int[PhraseIndex.All.Length];
    private readonly (CompiledPhrase? Compiled, int First, int Last)[] _surest = new (CompiledPhrase?, int, int)[Enum.GetValues<FindingType>().Length];
    private int _message;

    public void Find(MessageReading reading, FindingList findings)
    {
        _message++;
        var (text, found) = (reading.Text, false);
        foreach (var word in text.Words)
        {
            foreach (var candidate in PhraseIndex.Of(text.Tokens[word].Entry))
            {
                if (_asked[candidate] != _message)
                {
                    _asked[candidate] = _message;
                    found |= Ask(text, PhraseIndex.All[candidate], found);
                }
            }
        }

        if (found)
        {
            Add(reading, findings);
        }
    }

    private bool Ask(MessageText text, CompiledPhrase compiled, bool found)
    {
        var (first, last) = compiled.Match(text);
        if (first < 0)
        {
            return false;
        }

        if (!found)
        {
            Array.Clear(_surest);
        }

        ref var surest = ref _surest[(int)compiled.Phrase.Type];
        if (surest.Compiled is null || surest.Compiled.Phrase.Weight < compiled.Phrase.Weight)
        {
            surest = (compiled, text.Words[first], text.Words[last]);
        }

        return true;
    }

    private void Add(MessageReading reading, FindingList findings)
    {
        foreach (var (compiled, first, last) in _surest)
        {
            if (compiled is not null && !findings.Has(compiled.Phrase.Type))
            {
                findings.Add(compiled.Phrase.Type, reading, first, last, compiled.Phrase.Weight, compiled.Phrase.Rule);
            }
        }
    }
}
