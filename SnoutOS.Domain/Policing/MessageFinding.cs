using SnoutOS.Domain.AntiPoaching;

namespace SnoutOS.Domain.Policing;

/// <summary>
/// Something that the detector found in a message, and what the rules of that day did about it. Holds no word of the
/// message: the span says where in it.
/// </summary>
public sealed class MessageFinding
{
    public Guid OrganizationId { get; init; }

    public Guid MessageId { get; init; }

    /// <summary>Its place among the message's findings, from 0.</summary>
    public int Position { get; init; }

    public FindingType Type { get; init; }

    /// <summary>The attachment it is in; null for the text, which alone has a span.</summary>
    public int? Attachment { get; init; }

    /// <summary>In UTF-16 units of the body.</summary>
    public int Start { get; init; }

    public int Length { get; init; }

    public double Confidence { get; init; }

    public string Rule { get; init; } = "";

    /// <summary>Whether it only came together with earlier messages.</summary>
    public bool AcrossMessages { get; init; }

    public PoachingAction Action { get; init; }

    /// <summary>When the owner let the sitter see the masked span.</summary>
    public DateTimeOffset? RevealedAt { get; set; }

    /// <summary>Whether the other side does not see it, should they see the message: masked or held back, and not revealed since.</summary>
    public bool IsHidden => Action is PoachingAction.Mask or PoachingAction.Block && RevealedAt is null;
}
