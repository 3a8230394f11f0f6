namespace SnoutOS.Domain.Inbox;

/// <summary>The sitter beside the office in a conversation, and whether they see what the office writes unless told otherwise.</summary>
public sealed record Companion(Guid SitterId, string Name, bool SeesByDefault);

/// <summary>A sitter who is with the client or comes next, and in which of their windows.</summary>
public sealed record SitterNear(Guid Id, string Name, DateTimeOffset OpensAt, DateTimeOffset ClosesAt)
{
    public bool IsThereAt(DateTimeOffset instant) => OpensAt <= instant && instant < ClosesAt;
}

/// <summary>The client's visit that is going on or comes next.</summary>
public sealed record NextVisit(Guid BookingId, Guid VisitId, string Service, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? SitterName);

/// <summary>What the office needs to know around an open conversation to decide who looks after it.</summary>
public sealed record Surroundings
{
    /// <summary>Null on the front desk, and where no sitter is in sight.</summary>
    public Companion? Companion { get; init; }

    /// <summary>Whom messages can be handed to, whoever is there or comes first in front.</summary>
    public IReadOnlyList<SitterNear> Near { get; init; } = [];

    /// <summary>The sitters whose windows on this very conversation are open, and who can be written to.</summary>
    public IReadOnlyList<SitterNear> Present { get; init; } = [];

    /// <summary>Whom the owner chose; null for a take-over, and without a choice.</summary>
    public string? ChosenName { get; init; }

    public NextVisit? Visit { get; init; }

    /// <summary>After a merge, the conversation of the client that this one turned out to be; null where they have none.</summary>
    public Guid? GoesOnAt { get; init; }

    /// <summary>Whether the client's last word was CANCEL, which ends texts and may have been meant for a visit.</summary>
    public bool MayMeanTheVisit { get; init; }

    /// <summary>How many messages of the last day can be handed over.</summary>
    public int LastDay { get; init; }

    /// <summary>How many of them came since something waits for the owner.</summary>
    public int Waiting { get; init; }
}
