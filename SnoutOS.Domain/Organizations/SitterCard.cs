using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Organizations;

/// <summary>A sitter who is to be taken on.</summary>
/// <param name="Phone">Their own phone: what it texts to the business is a staff message.</param>
/// <param name="NumberId">The number of the business that they get.</param>
public sealed record NewSitter(string Name, string Email, PhoneNumber? Phone, Guid? NumberId);

/// <summary>One row of the list of sitters.</summary>
public sealed record SitterListing(Guid Id, Guid? UserId, string Name, string Email, SitterStatus Status, Guid? NumberId)
{
    /// <summary>The business's number they have; printing it shows the short form.</summary>
    public PhoneNumber? Number { get; init; }

    /// <summary>When their next visit begins, or the one began that they are at.</summary>
    public DateTimeOffset? NextVisitAt { get; init; }
}

/// <summary>A sitter's whole card.</summary>
public sealed record SitterCard(SitterListing Sitter, PhoneNumber? Phone);

/// <summary>What became of writing a sitter's card. The cases are closed.</summary>
public abstract record SitterRecording
{
    private SitterRecording()
    {
    }

    public sealed record Recorded(Guid SitterId) : SitterRecording;

    /// <summary>No such sitter in the organization.</summary>
    public sealed record NotFound : SitterRecording;

    /// <summary>Somebody of the installation has that e-mail address.</summary>
    public sealed record EmailTaken : SitterRecording;

    /// <summary>The address or the password is not acceptable, with a sentence for each reason.</summary>
    public sealed record Refused(IReadOnlyList<string> Reasons) : SitterRecording;

    /// <summary>The phone is a number of this installation.</summary>
    public sealed record PhoneIsOurs : SitterRecording;

    /// <summary>The phone is a client's own.</summary>
    public sealed record PhoneIsAClients : SitterRecording;

    /// <summary>The sitter signs in already; only they change their password.</summary>
    public sealed record HasAccount : SitterRecording;

    /// <summary>The number cannot become theirs.</summary>
    public sealed record NumberRefused(NumberChange Objection) : SitterRecording;
}

/// <summary>What became of a sitter's standing. The cases are closed.</summary>
public abstract record StandingChange
{
    private StandingChange()
    {
    }

    public sealed record Changed(Guid SitterId) : StandingChange;

    /// <summary>No such sitter in the organization.</summary>
    public sealed record NotFound : StandingChange;

    /// <summary>They have left.</summary>
    public sealed record Offboarded : StandingChange;

    /// <summary>They have not left.</summary>
    public sealed record NotOffboarded : StandingChange;

    /// <summary>Whoever was to take over has left or is locked, or is the sitter who leaves.</summary>
    public sealed record SuccessorUnavailable : StandingChange;
}
