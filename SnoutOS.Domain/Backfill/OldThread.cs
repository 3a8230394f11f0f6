using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Backfill;

/// <summary>A conversation of an older system, as a line of a file tells it.</summary>
/// <param name="Number">The number of the business it was on; null for one that knew of none, which comes to the front desk.</param>
public sealed record OldThread(int Line, Guid OrganizationId, PhoneNumber ClientPhone, PhoneNumber? Number, IReadOnlyList<OldMessage> Messages);

/// <param name="ProviderId">The provider's id, if the older system kept it.</param>
public sealed record OldMessage(Direction Direction, string Body, DateTimeOffset At, string? ProviderId);

/// <summary>What is wrong with a line. It names the place and never repeats what stands there.</summary>
public sealed record LineFault(int Line, string Field, string Sentence)
{
    public override string ToString() => Field.Length == 0 ? $"line {Line}: {Sentence}" : $"line {Line}, {Field}: {Sentence}";
}

/// <summary>What became of bringing a file in. The cases are closed.</summary>
public abstract record BackfillVerdict
{
    private BackfillVerdict()
    {
    }

    /// <param name="Threads">Conversations that are new.</param>
    /// <param name="Messages">Messages that are new.</param>
    /// <param name="KnownMessages">Messages that were there already.</param>
    public sealed record Done(int Threads, int Messages, int KnownMessages) : BackfillVerdict;

    /// <summary>Some lines are wrong; nothing of the file was written.</summary>
    public sealed record Refused(IReadOnlyList<LineFault> Faults) : BackfillVerdict;
}
