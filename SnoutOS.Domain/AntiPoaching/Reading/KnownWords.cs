namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Looks words up: among those of late, in the lexicon, and closely where it has none.</summary>
internal sealed class KnownWords
{
    private const int Longest = 32;
    private const ulong Apostrophe = 0xA5A5_5A5A_1234_8765;

    private readonly WordMemo _memo = new();

    /// <summary>What a word is, and the hash of the word that was meant.</summary>
    public WordNote Find(ReadOnlySpan<char> word, bool hasApostrophe, out ulong hash)
    {
        if (word.Length > Longest)
        {
            hash = WordHash.Of(word);
            return default;
        }

        hash = hasApostrophe ? WithoutApostrophes(word) : WordHash.Of(word);
        var key = hasApostrophe ? hash ^ Apostrophe : hash;
        if (!_memo.TryFind(key, out var note))
        {
            note = Lexicon.TryFind(hash, out var known) ? known : LookClosely(word, hasApostrophe);
            _memo.Keep(key, note);
        }

        hash = note.IsMended ? Lexicon.HashOf(note.Entry) : hash;
        return note;
    }

    private static ulong WithoutApostrophes(ReadOnlySpan<char> word)
    {
        Span<char> bare = stackalloc char[Longest];
        var length = 0;
        foreach (var c in word)
        {
            if (c != '\'')
            {
                bare[length++] = c;
            }
        }

        return WordHash.Of(bare[..length]);
    }

    private static WordNote LookClosely(ReadOnlySpan<char> word, bool hasApostrophe)
    {
        var meant = WordRepair.Find(word);
        var traits = NamePieces.Of(word) | Lookalikes.TraitsOf(word) | (word.Length > 2 && !word.ContainsAnyExcept(word[0]) ? WordTraits.Same : WordTraits.None);
        if (meant == 0 && !hasApostrophe)
        {
            traits |= (Compounds.Is(word) ? WordTraits.Compound : WordTraits.None) | (Phonetics.DigitOf(word) >= 0 ? WordTraits.Sounds : WordTraits.None);
        }

        return new WordNote(meant, traits, meant != 0);
    }
}
