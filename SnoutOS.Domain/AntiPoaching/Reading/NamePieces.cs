using SnoutOS.Domain.AntiPoaching.Words;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>The names that are put together again when they were cut: "face book", "inst agr am".</summary>
internal static class NamePieces
{
    private const int LongestStart = 12;
    private const int Longest = 24;

    public static readonly string[] Names = [.. Vocabulary.Names.Where(name => name.Length > 3).Distinct(StringComparer.Ordinal)];

    private static readonly WordTable Pieces = new(
    [
        .. Names.SelectMany(Cut).GroupBy(piece => piece.Hash, piece => piece.Traits)
            .Select(piece => KeyValuePair.Create(piece.Key, new WordNote(0, piece.Aggregate((a, b) => a | b)))),
    ]);

    private static readonly HashSet<ulong> Wholes = [.. Names.Select(name => WordHash.Of(name))];

    public static WordTraits Of(ReadOnlySpan<char> word)
    {
        var end = word.IndexOf('\'');
        return Pieces.TryFind(WordHash.Of(end > 0 ? word[..end] : word), out var note) ? note.Traits : WordTraits.None;
    }

    /// <summary>Whether some name begins with these two.</summary>
    public static bool Begin(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (first.Length + second.Length > Longest)
        {
            return false;
        }

        Span<char> both = stackalloc char[Longest];
        first.CopyTo(both);
        second.CopyTo(both[first.Length..]);
        var hash = WordHash.Of(both[..(first.Length + second.Length)]);
        return Wholes.Contains(hash) || (Pieces.TryFind(hash, out var note) && note.Traits.Has(WordTraits.Starts));
    }

    /// <summary>The entry of a name that was put together, or 0.</summary>
    public static ushort Whole(ReadOnlySpan<char> name) => Wholes.Contains(WordHash.Of(name)) ? Lexicon.Find(name) : (ushort)0;

    private static IEnumerable<(ulong Hash, WordTraits Traits)> Cut(string name)
    {
        for (var start = 0; start < name.Length; start++)
        {
            for (var end = start + 1; end <= name.Length; end++)
            {
                if (end - start < name.Length && (start > 0 || end <= LongestStart))
                {
                    yield return (WordHash.Of(name.AsSpan(start, end - start)), start == 0 ? WordTraits.Starts : WordTraits.GoesOn);
                }
            }
        }
    }
}
