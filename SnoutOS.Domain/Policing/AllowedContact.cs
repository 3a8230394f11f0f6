using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Policing;

public enum AllowedKind
{
    /// <summary>A telephone number in E.164 form.</summary>
    Number,

    /// <summary>A host; it covers what is below it and the mail addresses at it.</summary>
    Site,
}

/// <summary>A number or site that the business lets its people name: its own, a vet's.</summary>
public sealed class AllowedContact
{
    public const int LongestNote = 120;

    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public AllowedKind Kind { get; init; }

    public string Value { get; init; } = "";

    /// <summary>Whose it is, in the owner's words.</summary>
    public string Note { get; init; } = "";

    public Guid? AddedByUserId { get; init; }

    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>An entry as its pages and callers see it.</summary>
/// <param name="AddedBy">Null once they are gone, or where nobody in particular added it.</param>
public sealed record AllowedListing(Guid Id, AllowedKind Kind, string Value, string Note, string? AddedBy, DateTimeOffset AddedAt)
{
    /// <summary>A number by its last four digits; a site as it is.</summary>
    public string Short => Kind == AllowedKind.Number ? PhoneNumber.Shorten(Value) : Value;
}
