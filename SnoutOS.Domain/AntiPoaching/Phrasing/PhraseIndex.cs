using SnoutOS.Domain.AntiPoaching.Reading;
using SnoutOS.Domain.AntiPoaching.Words;

namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>Every phrase, found by the rarest of its words: a message is asked only for what its own words suggest.</summary>
internal static class PhraseIndex
{
    public static readonly CompiledPhrase[] All = [.. Phrases.All.Select(phrase => new CompiledPhrase(phrase))];

    private static readonly ushort[]?[] ByEntry = Build();

    /// <summary>The phrases that a word may be the key to.</summary>
    public static ReadOnlySpan<ushort> Of(ushort entry) => ByEntry[entry];

    private static ushort[]?[] Build()
    {
        var lists = new List<ushort>?[Lexicon.Count];
        for (var phrase = 0; phrase < All.Length; phrase++)
        {
            for (var entry = 1; entry < Lexicon.Count; entry++)
            {
                if ((All[phrase].Anchor[entry >> 6] >> (entry & 63) & 1) != 0)
                {
                    (lists[entry] ??= []).Add((ushort)phrase);
                }
            }
        }

        return [.. lists.Select(list => list?.ToArray())];
    }
}
