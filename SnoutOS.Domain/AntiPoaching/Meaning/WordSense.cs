using System.Runtime.InteropServices;
using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Meaning;

/// <summary>What a word brings along wherever it stands.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct WordSense
{
    /// <summary>The word.</summary>
    public ulong Hash;

    /// <summary>Packed.</summary>
    public ulong Ideas;

    /// <summary>The number of its stem among those that stand in pairs, or 0.</summary>
    public ushort Stem;

    /// <summary>Of the word alone, or 0.</summary>
    public int Feature;

    /// <summary>Of the word and of the pieces it is made of.</summary>
    public short Weight;

    /// <summary>The same and its ideas: what it says at a glance.</summary>
    public short Glance;

    /// <summary>Where the sayings start that begin with it, or 0.</summary>
    public ushort Start;

    /// <summary>The message that had it last.</summary>
    public int Seen;
}

/// <summary>Works out the senses of words, and keeps those of late.</summary>
internal sealed class WordSenses(MeaningModel model)
{
    private const int Size = 32_768;
    private const int Longest = 24;

    private readonly WordSense[] _kept = new WordSense[Size];

    public ref WordSense Of(MessageText text, in Token token, ulong hash)
    {
        ref var kept = ref _kept[(int)hash & (Size - 1)];
        if (kept.Hash != hash)
        {
            LookUp(text, token, hash, out kept);
        }

        return ref kept;
    }

    private void LookUp(MessageText text, in Token token, ulong hash, out WordSense sense)
    {
        Span<char> word = stackalloc char[Longest];
        Span<char> stem = stackalloc char[Longest];
        var length = token.Kind == TokenKind.Word ? Write(text, token, hash, word) : 0;
        var stemHash = length == 0 ? hash : WordHash.Of(stem[..Stems.Of(word[..length], stem)]);
        var feature = model.Word(stemHash);
        var weight = model.Weights[feature] + Pieces(word[..length]);
        var ideas = Ideas.Of(hash);
        sense = new WordSense
        {
            Hash = hash,
            Ideas = ideas,
            Glance = Bounded(weight + OfIdeas(ideas)),
            Stem = (ushort)model.Stem(stemHash),
            Feature = feature,
            Weight = Bounded(weight),
            Start = checked((ushort)Ideas.Step(Ideas.Root, hash)),
        };
    }

    private int OfIdeas(ulong ideas)
    {
        var weight = 0;
        for (; ideas != 0; ideas >>= 8)
        {
            weight += model.Weights[model.Idea((byte)ideas)];
        }

        return weight;
    }

    private static short Bounded(int weight) => (short)Math.Clamp(weight, short.MinValue, short.MaxValue);

    private int Pieces(ReadOnlySpan<char> word)
    {
        Span<char> marked = stackalloc char[Longest + 2];
        marked[0] = '<';
        word.CopyTo(marked[1..]);
        marked[word.Length + 1] = '>';
        marked = marked[..(word.Length + 2)];
        var weight = 0;
        for (var letters = MeaningModel.FewestLetters; word.Length >= 3 && letters <= MeaningModel.MostLetters; letters++)
        {
            for (var start = 0; start + letters <= marked.Length; start++)
            {
                weight += model.Weights[model.Piece(WordHash.Of(marked.Slice(start, letters)))];
            }
        }

        return weight;
    }

    /// <summary>The word that was meant, without apostrophes; nothing where it is too long to tell.</summary>
    public static int Write(MessageText text, in Token token, ulong hash, Span<char> word)
    {
        var length = 0;
        foreach (var c in text.TextOf(token))
        {
            if (c != '\'' && length++ < word.Length)
            {
                word[length - 1] = c;
            }
        }

        if (length <= word.Length && WordHash.Of(word[..length]) == hash)
        {
            return length;
        }

        var meant = Lexicon.WordOf(token.Entry);
        if (meant.Length > word.Length || WordHash.Of(meant) != hash)
        {
            return 0;
        }

        meant.CopyTo(word);
        return meant.Length;
    }
}
