namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Looks words up: in the lexicon first, then among those that were looked at closely before.</summary>
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
        return Lexicon.TryFind(hash, out var note) ? note : LookClosely(word, hasApostrophe, ref hash);
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

    private WordNote LookClosely(ReadOnlySpan<char> word, bool hasApostrophe, ref ulong hash)
    {
        var key = hasApostrophe ? hash ^ Apostrophe : hash;
        if (!_memo.TryFind(key, out var note))
        {
            note = new WordNote(WordRepair.Find(word), NamePieces.Of(word));
            _memo.Keep(key, note);
        }

        hash = note.Entry == 0 ? hash : Lexicon.HashOf(note.Entry);
        return note;
    }
}
