namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>What a phrase speaks for: a type of finding, or something that the finders of numbers and names ask about.</summary>
internal enum Signal : byte
{
    PhoneNumber = FindingType.PhoneNumber,
    Email = FindingType.Email,
    Url = FindingType.Url,
    SocialHandle = FindingType.SocialHandle,
    OffPlatformPayment = FindingType.OffPlatformPayment,
    Solicitation = FindingType.Solicitation,

    /// <summary>The number that is here belongs to who writes, or to somebody they ask to call.</summary>
    Self,

    /// <summary>The number that is here belongs to a vet, an office, a hotline.</summary>
    Institution,

    /// <summary>The figures that are here are a code, an order, a chip.</summary>
    Claim,

    /// <summary>Figures are to be put together, counted, worked out.</summary>
    Puzzle,

    /// <summary>Figures are to be read from the end.</summary>
    Reversed,

    /// <summary>The name of a service is a pet's.</summary>
    PetName,

    /// <summary>Speaks against payment and solicitation: the office does it.</summary>
    ThroughOffice,
}

/// <summary>
/// One way of saying something. <see cref="Pattern"/> holds words and <c>{groups}</c> of words with <c>|</c> between
/// alternatives; <c>*3</c> lets up to three other words stand before the next; <c>&amp;</c> joins parts that stand
/// anywhere in the message, and a part that begins with <c>!</c> must not.
/// </summary>
/// <param name="Weight">How sure this phrase alone makes us.</param>
internal sealed record Phrase(Signal Signal, string Rule, double Weight, string Pattern);
