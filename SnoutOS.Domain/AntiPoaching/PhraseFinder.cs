using SnoutOS.Domain.AntiPoaching.Phrasing;

namespace SnoutOS.Domain.AntiPoaching;

/// <summary>
/// What is said rather than spelled out. Every phrase of a type adds to the confidence, so that one everyday phrase is
/// not enough and several together are; that the office has a hand in it speaks against.
/// </summary>
internal static class PhraseFinder
{
    private static readonly string[] Outright = ["solicitation.quiet", "solicitation.without", "solicitation.lure", "payment.books"];

    private const double ThroughOffice = .5;
    private const double PetName = .5;

    public static void Find(MessageReading reading, FindingList findings)
    {
        if (reading.Phrases.Spoken.Length == 0)
        {
            return;
        }

        var office = reading.Phrases.Strength(Signal.ThroughOffice) > 0;
        var isPet = reading.Phrases.Strength(Signal.PetName) > 0;
        for (var type = FindingType.PhoneNumber; type <= FindingType.Solicitation; type++)
        {
            var signal = (Signal)type;
            var sure = reading.Phrases.Strength(signal) * (isPet && type is (FindingType.SocialHandle or FindingType.OffPlatformPayment) ? PetName : 1) * (office && Yields(reading, type) ? ThroughOffice : 1);
            if (sure >= PoachingPolicy.FlagFrom && !findings.Has(type))
            {
                var spoken = reading.Phrases.Strongest(signal);
                findings.Add(type, reading, spoken.First, spoken.Last, Math.Min(sure, .99), spoken.Phrase.Rule);
            }
        }
    }

    /// <summary>What is said outright, or in secret, is not excused by the office.</summary>
    private static bool Yields(MessageReading reading, FindingType type) => type switch
    {
        FindingType.PhoneNumber or FindingType.Email => false,
        FindingType.Url => true,
        _ => reading.Phrases.Strongest((Signal)type) is { Compiled: not null } spoken
            && spoken.Phrase.Weight < .7 && !SaysOutright(reading),
    };

    private static bool SaysOutright(MessageReading reading)
    {
        foreach (var family in Outright)
        {
            if (reading.Phrases.Says(family))
            {
                return true;
            }
        }

        return false;
    }
}
