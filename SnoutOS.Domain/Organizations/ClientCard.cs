using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Organizations;

/// <summary>What a client is to the business, in one word.</summary>
public enum ClientClassification
{
    Recurring,
    OneTime,
    Contact,
    Spam,
    Service,
    Staff,
}

/// <summary>What the business writes on a client's card. The first phone is the one it writes to first.</summary>
/// <param name="Recurring">The owner's word; null leaves it to the bookings.</param>
public sealed record ClientEntry(
    string Name,
    IReadOnlyList<PhoneNumber> Phones,
    bool? Recurring,
    string Pets,
    IReadOnlyList<PhoneNumber> VetPhones,
    IReadOnlyList<PhoneNumber> EmergencyPhones);

/// <summary>One row of the list of clients.</summary>
public sealed record ClientSummary(
    Guid Id, string Name, IReadOnlyList<PhoneNumber> Phones, ClientClassification Classification, bool OptedOut);

/// <summary>A client's whole card.</summary>
public sealed record ClientCard(ClientSummary Client, ClientEntry Entry);

/// <summary>Whose own phone a phone is.</summary>
public sealed record PhoneHolder(Guid ClientId, string Name, ClientKind Kind);

/// <summary>What became of writing a client's card. The cases are closed. An index counts the entry's phones from 0.</summary>
public abstract record ClientRecording
{
    private ClientRecording()
    {
    }

    public sealed record Recorded(Guid ClientId) : ClientRecording;

    /// <summary>No such client in the organization.</summary>
    public sealed record NotFound : ClientRecording;

    /// <summary>A service or a member of the staff has no card.</summary>
    public sealed record NotAClient : ClientRecording;

    /// <summary>The card was merged into another one, which is where changes belong.</summary>
    public sealed record MergedAway(Guid IntoClientId) : ClientRecording;

    /// <summary>The phone is on another client's card.</summary>
    public sealed record PhoneTaken(int Index, PhoneHolder Holder) : ClientRecording;

    /// <summary>The phone is a number of this installation.</summary>
    public sealed record PhoneIsOurs(int Index) : ClientRecording;

    /// <summary>A phone was left out to which a message is still on its way.</summary>
    public sealed record PhoneInUse : ClientRecording;
}
