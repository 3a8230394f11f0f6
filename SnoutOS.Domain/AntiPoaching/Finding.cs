namespace SnoutOS.Domain.AntiPoaching;

/// <summary>What a message offers that leads away from the business.</summary>
public enum FindingType
{
    PhoneNumber,
    Email,
    Url,
    SocialHandle,
    OffPlatformPayment,
    Solicitation,
}

/// <summary>
/// Something in a message that looks like a way around the business. The span lies in the original text; the rule is a
/// stable name that an owner may see and a sitter never does. A finding that only came together with earlier messages
/// says so: it is never reason enough to block.
/// </summary>
public readonly record struct Finding(FindingType Type, int Start, int Length, double Confidence, string Rule, bool AcrossMessages = false)
{
    public int End => Start + Length;
}
