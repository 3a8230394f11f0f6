namespace SnoutOS.Web.Components.Clients;

/// <summary>What the office wants to do about an open card, in a dialog of its own. The cases are closed.</summary>
public abstract record ClientWish
{
    private ClientWish()
    {
    }

    /// <summary>Merge this card into another one that is still to be picked.</summary>
    public sealed record MergeAway : ClientWish;

    /// <summary>Merge another card, on which one of this client's phones stands, into this one.</summary>
    public sealed record TakeOver(Guid OtherId) : ClientWish;

    /// <summary>Give one of the phones to another client.</summary>
    public sealed record MovePhone : ClientWish;

    /// <summary>Look at another client's card.</summary>
    public sealed record Visit(Guid OtherId) : ClientWish;
}

/// <summary>What a dialog did, and whose card shows it.</summary>
public sealed record ClientDeed(string Sentence, Guid ClientId);
