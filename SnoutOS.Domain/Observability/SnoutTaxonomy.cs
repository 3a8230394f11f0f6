using Microsoft.Extensions.Compliance.Classification;

namespace SnoutOS.Domain.Observability;

/// <summary>What kinds of data a log line may meet; the host says what is written of each.</summary>
public static class SnoutTaxonomy
{
    private const string Name = "SnoutOS";

    /// <summary>A telephone number: its last four digits may be written.</summary>
    public static DataClassification PhoneNumber { get; } = new(Name, nameof(PhoneNumber));

    /// <summary>What somebody wrote: nothing of it may be written.</summary>
    public static DataClassification MessageContent { get; } = new(Name, nameof(MessageContent));

    /// <summary>A client's or sitter's name: nothing of it may be written.</summary>
    public static DataClassification PersonName { get; } = new(Name, nameof(PersonName));
}

/// <summary>The parameter or property holds a telephone number.</summary>
public sealed class PhoneDataAttribute() : DataClassificationAttribute(SnoutTaxonomy.PhoneNumber);

/// <summary>The parameter or property holds the text of a message.</summary>
public sealed class ContentDataAttribute() : DataClassificationAttribute(SnoutTaxonomy.MessageContent);

/// <summary>The parameter or property holds a person's name.</summary>
public sealed class NameDataAttribute() : DataClassificationAttribute(SnoutTaxonomy.PersonName);
