namespace SnoutOS.Domain.Phones;

/// <summary>What becomes of the front desk's number when another takes its place. Its conversations stay on it either way.</summary>
public enum FormerFrontDesk
{
    /// <summary>Nobody writes from it any more; what arrives there reaches the owner.</summary>
    Released,

    /// <summary>It joins the pool: whoever texts it without a lease is told the new number.</summary>
    Pool,
}

/// <summary>What became of changing a number's use. The cases are closed.</summary>
public abstract record NumberChange
{
    private NumberChange()
    {
    }

    public sealed record Changed(Guid NumberId) : NumberChange;

    /// <summary>No such number in the organization.</summary>
    public sealed record NotFound : NumberChange;

    /// <summary>A sitter number names its sitter, any other names none.</summary>
    public sealed record SitterMismatch : NumberChange;

    /// <summary>No such sitter in the organization.</summary>
    public sealed record SitterNotFound : NumberChange;

    /// <summary>The sitter has left.</summary>
    public sealed record SitterOffboarded : NumberChange;

    /// <summary>The sitter has another active number.</summary>
    public sealed record SitterHasNumber : NumberChange;

    /// <summary>It rests until then; only the sitter who had it may have it back meanwhile.</summary>
    public sealed record CoolingDown(DateTimeOffset? Until) : NumberChange;

    /// <summary>A sitter had it once: it may join the pool and become nothing else.</summary>
    public sealed record PoolOnly : NumberChange;

    /// <summary>It is a sitter's; taken from them it rests first.</summary>
    public sealed record BelongsToSitter : NumberChange;

    /// <summary>Clients hold leases on it.</summary>
    public sealed record HasLeases(int Leases) : NumberChange;

    /// <summary>Sitters have seen conversations on it, and no sitter ever sees one of the front desk.</summary>
    public sealed record SeenBySitters : NumberChange;

    /// <summary>It is the front desk, which goes only when another number takes its place.</summary>
    public sealed record NeedsSuccessor : NumberChange;
}
