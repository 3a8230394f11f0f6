namespace SnoutOS.Domain.Phones;

/// <summary>
/// The life of a number, as rules of a number, a wish and an instant: the front desk goes only when another takes its
/// place, a sitter's number rests before anybody else gets it, and what a sitter once had goes to the pool and nowhere else.
/// </summary>
public static class NumberLife
{
    /// <summary>How long a number that was taken from a sitter rests, so that clients forget whose it was.</summary>
    public static readonly TimeSpan CoolDown = TimeSpan.FromDays(90);

    /// <summary>Whether it still rests. Judged by the clock, so that a late job keeps nobody waiting.</summary>
    public static bool IsCooling(this MessageNumber number, DateTimeOffset now) =>
        number.Status == NumberStatus.CoolingDown && !(number.CoolsUntil <= now);

    /// <summary>What speaks against the number becoming this; null when nothing does.</summary>
    public static NumberChange? ObjectionTo(MessageNumber number, NumberClass wanted, Guid? sitterId, DateTimeOffset now)
    {
        if (wanted == NumberClass.Sitter != sitterId.HasValue)
        {
            return new NumberChange.SitterMismatch();
        }

        if (number.IsCooling(now))
        {
            return sitterId is not null && number.FormerSitterId == sitterId ? null : new NumberChange.CoolingDown(number.CoolsUntil);
        }

        return (number.Status == NumberStatus.Active ? ObjectionOfUse(number, wanted, sitterId) : null)
            ?? (number.FormerSitterId is not null && wanted != NumberClass.Pool ? new NumberChange.PoolOnly() : null);
    }

    /// <summary>Puts the number to use.</summary>
    public static void Become(this MessageNumber number, NumberClass numberClass, Guid? sitterId)
    {
        (number.Class, number.Status, number.SitterId, number.CoolsUntil) = (numberClass, NumberStatus.Active, sitterId, null);
        if (numberClass == NumberClass.Sitter)
        {
            number.FormerSitterId = null;
        }
    }

    /// <summary>Takes the number out of use. A sitter's rests first, and stays theirs on the list while it does.</summary>
    public static void Retire(this MessageNumber number, DateTimeOffset now)
    {
        if (number.Class == NumberClass.Sitter)
        {
            (number.Status, number.FormerSitterId, number.CoolsUntil) = (NumberStatus.CoolingDown, number.SitterId, now + CoolDown);
        }
        else
        {
            number.Status = NumberStatus.Released;
        }
    }

    private static NumberChange? ObjectionOfUse(MessageNumber number, NumberClass wanted, Guid? sitterId) => number.Class switch
    {
        NumberClass.FrontDesk => wanted == NumberClass.FrontDesk ? null : new NumberChange.NeedsSuccessor(),
        NumberClass.Sitter => wanted == NumberClass.Sitter && number.SitterId == sitterId ? null : new NumberChange.BelongsToSitter(),
        NumberClass.Pool => null,
    };
}
