using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>What would become of a message by other rules, and does not by those in force.</summary>
public enum WhatIfChange
{
    /// <summary>It would be held back.</summary>
    Blocked,

    /// <summary>It would arrive with a part hidden.</summary>
    Masked,

    /// <summary>It would arrive whole, and the owner be told.</summary>
    Flagged,

    /// <summary>It was held back or had a part hidden and would arrive whole, or was flagged and would not be.</summary>
    LetThrough,
}

/// <summary>A message that the two sets of rules answer differently.</summary>
/// <param name="Findings">What is in it, wherever either set of rules does something about it.</param>
public sealed record WhatIfMessage(
    Guid Id, Guid ThreadId, Direction Direction, string ClientName, string AuthorName, string Body, DateTimeOffset At,
    PoachingAction InForce, PoachingAction Edited, IReadOnlyList<Finding> Findings);

/// <param name="Total">How many there are; <paramref name="First"/> has the newest of them.</param>
/// <param name="ByType">How many for each type that is answered differently; a message of two types counts for both.</param>
public sealed record WhatIfGroup(
    WhatIfChange Change, int Total, IReadOnlyDictionary<FindingType, int> ByType, IReadOnlyList<WhatIfMessage> First)
{
    /// <summary>How many messages of one kind are kept to be shown.</summary>
    public const int Most = 200;
}

/// <param name="Checked">How many messages were judged.</param>
/// <param name="Groups">One for each kind of change, in their order, also where there is none.</param>
public sealed record WhatIfReport(DateTimeOffset Since, int Checked, IReadOnlyList<WhatIfGroup> Groups)
{
    public int Changed => Groups.Sum(group => group.Total);

    public WhatIfGroup this[WhatIfChange change] => Groups[(int)change];
}

/// <summary>Counts while messages go by; keeps no more of them than a report shows.</summary>
internal sealed class WhatIfTally(DateTimeOffset since)
{
    private readonly Pile[] _piles = [.. Enum.GetValues<WhatIfChange>().Select(_ => new Pile())];

    public DateTimeOffset Since => since;

    public int Checked { get; set; }

    public void Add(WrittenMessage message, IReadOnlyList<Finding> findings, PoachingPolicy inForce, PoachingPolicy edited)
    {
        Checked++;
        var most = message.MayBeHeld ? PoachingAction.Block : PoachingAction.Mask;
        var (before, after) = (Strictest(findings, inForce, most), Strictest(findings, edited, most));
        if (before == after)
        {
            return;
        }

        var pile = _piles[(int)ChangeOf(before, after)];
        pile.Total++;
        foreach (var type in findings.Where(found => inForce.Answer(found) != edited.Answer(found)).Select(found => found.Type).Distinct())
        {
            pile.ByType[type] = pile.ByType.GetValueOrDefault(type) + 1;
        }

        if (pile.First.Count < WhatIfGroup.Most)
        {
            pile.First.Add(new WhatIfMessage(
                message.Id, message.ThreadId, message.Direction, message.ClientName, message.AuthorName, message.Body, message.At, before, after,
                [.. findings.Where(found => inForce.Answer(found) != PoachingAction.Off || edited.Answer(found) != PoachingAction.Off)]));
        }
    }

    public WhatIfReport ToReport() =>
        new(since, Checked, [.. _piles.Select((pile, change) => new WhatIfGroup((WhatIfChange)change, pile.Total, pile.ByType, pile.First))]);

    private static PoachingAction Strictest(IReadOnlyList<Finding> findings, PoachingPolicy policy, PoachingAction most)
    {
        var strictest = PoachingAction.Off;
        foreach (var finding in findings)
        {
            var answer = policy.Answer(finding);
            strictest = answer > strictest ? answer : strictest;
        }

        return strictest < most ? strictest : most;
    }

    private static WhatIfChange ChangeOf(PoachingAction before, PoachingAction after) => after switch
    {
        PoachingAction.Block => WhatIfChange.Blocked,
        PoachingAction.Mask => WhatIfChange.Masked,
        PoachingAction.Flag when before == PoachingAction.Off => WhatIfChange.Flagged,
        PoachingAction.Flag or PoachingAction.Off => WhatIfChange.LetThrough,
    };

    private sealed class Pile
    {
        public int Total { get; set; }

        public Dictionary<FindingType, int> ByType { get; } = [];

        public List<WhatIfMessage> First { get; } = [];
    }
}
