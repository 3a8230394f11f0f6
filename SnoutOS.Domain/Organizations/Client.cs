using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Organizations;

/// <summary>How a sender is known to the business.</summary>
public enum ClientKind
{
    /// <summary>A person whose pets are cared for.</summary>
    Client,

    /// <summary>Somebody unknown who wrote first; the owner promotes them or marks them as spam.</summary>
    Contact,

    /// <summary>Stored, but neither in the inbox nor answered.</summary>
    Spam,

    /// <summary>A sender without a telephone number, such as a short code.</summary>
    Service,

    /// <summary>The personal phone of a user of the organization.</summary>
    Staff,
}

/// <summary>A person whose pets are cared for, or another sender, with one or more phones.</summary>
public sealed class Client
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    public ClientKind Kind { get; set; }

    /// <summary>The pets, as the business speaks of them: "Biscuit and Waffles".</summary>
    public string Pets { get; set; } = "";

    /// <summary>The owner's word on whether this is a recurring client; null leaves it to the bookings.</summary>
    public bool? OwnerSaysRecurring { get; set; }

    /// <summary>What a sender without a telephone number is called by the provider (short code, name); null for people.</summary>
    public string? ServiceSender { get; init; }

    /// <summary>The card that this one turned out to be the same client as; its threads are then read-only.</summary>
    public Guid? MergedIntoId { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public List<ClientPhone> Phones { get; init; } = [];
}

/// <summary>What a phone on a client's card is for.</summary>
public enum ClientPhoneKind
{
    /// <summary>The client's own: messages from it are the client's.</summary>
    Own,
    Vet,
    Emergency,
}

/// <summary>A phone on a client's card. As an own phone it belongs to one client of an organization only.</summary>
public sealed class ClientPhone
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid ClientId { get; set; }

    public PhoneNumber Phone { get; init; }

    public ClientPhoneKind Kind { get; init; }

    /// <summary>The own phone that the business writes to first.</summary>
    public int Position { get; set; }
}
