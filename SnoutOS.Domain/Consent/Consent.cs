using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Consent;

public enum ConsentKind
{
    OptOut,
    OptIn,
}

/// <summary>How a consent event came to us.</summary>
public enum ConsentSource
{
    /// <summary>A keyword in a text, or the provider's word that it was one.</summary>
    Text,

    /// <summary>The provider refused a send because the phone had opted out there (21610).</summary>
    ProviderRefusal,
}

/// <summary>One consent event of a phone towards an organization. Appended, never changed.</summary>
public sealed class ConsentEvent
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public PhoneNumber Phone { get; init; }

    public Guid NumberId { get; init; }

    public ConsentKind Kind { get; init; }

    public ConsentSource Source { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>Where a phone stands with the whole organization. The later event wins.</summary>
public sealed class PhoneConsent
{
    public Guid OrganizationId { get; init; }

    public PhoneNumber Phone { get; init; }

    public bool OptedOut { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>
/// A number that stays closed to a phone: STOP arrived on it, or the provider refused with 21610. Opens when START
/// arrives on it, as it does at the provider.
/// </summary>
public sealed class ClosedNumber
{
    public Guid OrganizationId { get; init; }

    public PhoneNumber Phone { get; init; }

    public Guid NumberId { get; init; }

    public DateTimeOffset ClosedAt { get; set; }
}
