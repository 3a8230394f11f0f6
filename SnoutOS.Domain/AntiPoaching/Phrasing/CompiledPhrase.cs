using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>A phrase as bits over the lexicon. Matching takes the nearest word that fits, so it never goes back.</summary>
internal sealed class CompiledPhrase
{
    private static readonly ulong[] Everyday = Lexicon.Bits("{everyday}");

    private readonly Part[] _parts;
    private readonly Part[] _absent;
    private readonly ulong[] _needed;

    public CompiledPhrase(Phrase phrase)
    {
        Phrase = phrase with { Rule = string.Intern(phrase.Rule) };
        var parts = phrase.Pattern.Split('&', StringSplitOptions.TrimEntries);
        _parts = [.. parts.Where(part => !part.StartsWith('!')).Select(Part.Read)];
        _absent = [.. parts.Where(part => part.StartsWith('!')).Select(part => Part.Read(part[1..]))];
        _needed = [.. _parts.SelectMany(part => part.Slots).Select(slot => slot.Bits.Aggregate((a, b) => a | b))];
        Anchor = _parts.SelectMany(part => part.Slots).MinBy(slot => slot.Size)!.Bits;
    }

    public Phrase Phrase { get; }

    /// <summary>Some word of these has to be there.</summary>
    public ulong[] Anchor { get; }

    /// <summary>Where the first part stands, as places in the row of words; -1 if it does not fit.</summary>
    public (int First, int Last) Match(MessageText text)
    {
        var found = (First: -1, Last: -1);
        foreach (var needed in _needed)
        {
            if ((needed & text.Present) == 0)
            {
                return found;
            }
        }

        foreach (var part in _parts)
        {
            var place = part.Find(text);
            if (place.First < 0)
            {
                return (-1, -1);
            }

            found = found.First < 0 ? place : found;
        }

        foreach (var part in _absent)
        {
            if (part.Find(text).First >= 0)
            {
                return (-1, -1);
            }
        }

        return found;
    }

    private readonly record struct Slot(ulong[] Bits, int Gap, int Size)
    {
        public bool Holds(ushort entry) => entry != 0 && (Bits[entry >> 6] >> (entry & 63) & 1) != 0;
    }

    private sealed record Part(Slot[] Slots)
    {
        public static Part Read(string pattern)
        {
            var (slots, gap) = (new List<Slot>(), 0);
            foreach (var word in pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.StartsWith('*'))
                {
                    gap = word[1] - '0';
                    continue;
                }

                var bits = word.Split('|').Select(Lexicon.Bits).Aggregate(Union);
                slots.Add(new Slot(bits, gap, Rarity(bits)));
                gap = 0;
            }

            return new Part([.. slots]);
        }

        public (int First, int Last) Find(MessageText text)
        {
            var words = text.Words;
            var opening = Slots[0].Bits;
            var tokens = text.Tokens;
            var sentences = text.Sentences;
            for (var first = 0; first < words.Length; first++)
            {
                var entry = tokens[words[first]].Entry;
                if (entry != 0 && (opening[entry >> 6] >> (entry & 63) & 1) != 0 && Last(words, sentences, tokens, first) is var last and >= 0)
                {
                    return (first, last);
                }
            }

            return (-1, -1);
        }

        private int Last(ReadOnlySpan<int> words, ReadOnlySpan<int> sentences, ReadOnlySpan<Token> tokens, int first)
        {
            var at = first;
            for (var slot = 1; slot < Slots.Length; slot++)
            {
                var (next, end) = (at + 1, Math.Min(words.Length, at + 2 + Slots[slot].Gap));
                while (next < end && !Slots[slot].Holds(tokens[words[next]].Entry))
                {
                    next++;
                }

                if (next >= end || sentences[next] != sentences[at])
                {
                    return -1;
                }

                at = next;
            }

            return at;
        }

        /// <summary>How often words like these come up: an everyday word counts like many others.</summary>
        private static int Rarity(ulong[] bits) =>
            bits.Sum(System.Numerics.BitOperations.PopCount) + (bits.Zip(Everyday, (a, b) => System.Numerics.BitOperations.PopCount(a & b)).Sum() * 60)
            + ((bits[0] >> Lexicon.DigitsEntry & 1) != 0 ? 1_000 : 0);

        private static ulong[] Union(ulong[] one, ulong[] other) => [.. one.Zip(other, (a, b) => a | b)];
    }
}
