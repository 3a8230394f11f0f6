using SnoutOS.Domain.AntiPoaching.Phrasing;

namespace SnoutOS.Domain.AntiPoaching;

/// <summary>Addresses that are spelled in words: "at", "dot", the name of a provider. What is only meant is learned elsewhere.</summary>
internal static class PhraseFinder
{
    public static void Find(MessageReading reading, FindingList findings)
    {
        if (reading.Phrases.Spoken.Length == 0)
        {
            return;
        }

        Find(reading, FindingType.Email, Signal.Email, findings);
        Find(reading, FindingType.Url, Signal.Url, findings);
    }

    private static void Find(MessageReading reading, FindingType type, Signal signal, FindingList findings)
    {
        var sure = reading.Phrases.Strength(signal);
        if (sure >= PoachingPolicy.FlagFrom && !findings.Has(type))
        {
            var spoken = reading.Phrases.Strongest(signal);
            findings.Add(type, reading, spoken.First, spoken.Last, Math.Min(sure, .99), spoken.Phrase.Rule);
        }
    }
}
