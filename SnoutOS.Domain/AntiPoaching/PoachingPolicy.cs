namespace SnoutOS.Domain.AntiPoaching;

/// <summary>What is done about a type of finding.</summary>
public enum PoachingAction
{
    Off,
    Flag,
    Mask,
    Block,
}

/// <summary>The judgement on one message.</summary>
public enum PoachingVerdict
{
    Pass,
    Flag,
    Block,
}

/// <summary>How sure the detector must be before anything is done.</summary>
public enum Sensitivity
{
    /// <summary>Acts on what is all but certain.</summary>
    Relaxed,
    Balanced,

    /// <summary>Blocks what it would otherwise only flag.</summary>
    Strict,
}

/// <summary>
/// What a business does about findings, by type and in one direction. How sure the detector must be is written here and
/// nowhere else.
/// </summary>
public sealed record PoachingPolicy
{
    /// <summary>From here on a finding is reason enough to hold a message back, unless a business chooses otherwise.</summary>
    public const double BlockFrom = 0.75;

    /// <summary>From here on an owner should see it; below, the detector says nothing.</summary>
    public const double FlagFrom = 0.5;

    /// <summary>From sitters to clients, unless a business chooses otherwise.</summary>
    public static PoachingPolicy SitterToClient { get; } = new(PoachingAction.Block);

    /// <summary>From clients to sitters, unless a business chooses otherwise: delivered at once, with the spans masked.</summary>
    public static PoachingPolicy ClientToSitter { get; } = new(PoachingAction.Mask);

    private readonly PoachingAction[] _actions;

    public PoachingPolicy(PoachingAction everything)
    {
        _actions = new PoachingAction[Enum.GetValues<FindingType>().Length];
        Array.Fill(_actions, everything);
    }

    private PoachingPolicy(PoachingAction[] actions) => _actions = actions;

    public Sensitivity Sensitivity { get; init; } = Sensitivity.Balanced;

    public PoachingAction this[FindingType type] => _actions[(int)type];

    private double Blocks => Sensitivity switch { Sensitivity.Relaxed => .85, Sensitivity.Balanced => BlockFrom, Sensitivity.Strict => .6 };

    private double Flags => Sensitivity switch { Sensitivity.Relaxed => .7, Sensitivity.Balanced or Sensitivity.Strict => FlagFrom };

    /// <summary>The same policy with another answer to one type.</summary>
    public PoachingPolicy With(FindingType type, PoachingAction action)
    {
        var actions = (PoachingAction[])_actions.Clone();
        actions[(int)type] = action;
        return new PoachingPolicy(actions) { Sensitivity = Sensitivity };
    }

    /// <summary>The strictest thing that any of the findings asks for.</summary>
    public PoachingVerdict Judge(IReadOnlyList<Finding> findings)
    {
        var verdict = PoachingVerdict.Pass;
        for (var index = 0; index < findings.Count; index++)
        {
            var asked = Judge(findings[index]);
            verdict = asked > verdict ? asked : verdict;
        }

        return verdict;
    }

    public PoachingVerdict Judge(Finding finding) => Answer(finding) switch
    {
        PoachingAction.Off => PoachingVerdict.Pass,
        PoachingAction.Flag or PoachingAction.Mask => PoachingVerdict.Flag,
        PoachingAction.Block => PoachingVerdict.Block,
    };

    /// <summary>
    /// What is done about one finding. One that is not sure enough to block, or that only came together with earlier
    /// messages, is flagged; and so is a mere guess at what words mean, where they would be masked: hiding a sentence by
    /// mistake costs more than a number.
    /// </summary>
    public PoachingAction Answer(Finding finding) => this[finding.Type] switch
    {
        _ when finding.Confidence < Flags => PoachingAction.Off,
        PoachingAction.Block when finding.AcrossMessages || finding.Confidence < Blocks => PoachingAction.Flag,
        PoachingAction.Mask when finding.Confidence < Blocks && IsMeant(finding.Type) => PoachingAction.Flag,
        var action => action,
    };

    private static bool IsMeant(FindingType type) => type is FindingType.OffPlatformPayment or FindingType.Solicitation;

    public bool Equals(PoachingPolicy? other) =>
        other is not null && Sensitivity == other.Sensitivity && _actions.AsSpan().SequenceEqual(other._actions);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Sensitivity);
        foreach (var action in _actions)
        {
            hash.Add(action);
        }

        return hash.ToHashCode();
    }

    /// <summary>The answers in the order of the types, as they are kept: <c>Block Block Flag Off Block Block</c>.</summary>
    public string Actions => string.Join(' ', _actions);

    /// <summary>Reads <see cref="Actions"/>; a type that is not in it, because it came later, is answered as <paramref name="usual"/> does.</summary>
    public static PoachingPolicy Read(string actions, Sensitivity sensitivity, PoachingPolicy usual)
    {
        var kept = actions.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var read = (PoachingAction[])usual._actions.Clone();
        for (var index = 0; index < Math.Min(kept.Length, read.Length); index++)
        {
            read[index] = Enum.Parse<PoachingAction>(kept[index]);
        }

        return new PoachingPolicy(read) { Sensitivity = sensitivity };
    }
}
