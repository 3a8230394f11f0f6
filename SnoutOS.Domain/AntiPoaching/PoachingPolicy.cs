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

/// <summary>
/// What a business does about findings, by type and in one direction. How sure the detector must be is written here and
/// nowhere else.
/// </summary>
public sealed record PoachingPolicy
{
    /// <summary>From here on a finding is reason enough to hold a message back.</summary>
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

    public PoachingAction this[FindingType type] => _actions[(int)type];

    /// <summary>The same policy with another answer to one type.</summary>
    public PoachingPolicy With(FindingType type, PoachingAction action)
    {
        var actions = (PoachingAction[])_actions.Clone();
        actions[(int)type] = action;
        return new PoachingPolicy(actions);
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

    public PoachingVerdict Judge(Finding finding) => this[finding.Type] switch
    {
        PoachingAction.Off => PoachingVerdict.Pass,
        PoachingAction.Block when finding is { AcrossMessages: false, Confidence: >= BlockFrom } => PoachingVerdict.Block,
        PoachingAction.Flag or PoachingAction.Mask or PoachingAction.Block => finding.Confidence >= FlagFrom ? PoachingVerdict.Flag : PoachingVerdict.Pass,
    };
}
