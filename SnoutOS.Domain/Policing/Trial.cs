using SnoutOS.Domain.AntiPoaching;

namespace SnoutOS.Domain.Policing;

/// <summary>What a policy would do about words that nobody has sent. Nothing of it is kept.</summary>
/// <param name="IsAllowed">Whether something was found that the list allows.</param>
public sealed record Trial(PoachingAction Action, IReadOnlyList<JudgedFinding> Findings, bool IsAllowed)
{
    public static Trial Of(string text, PoachingPolicy policy, AllowList allowed)
    {
        var found = new Detector(allowed).Inspect(text);
        var judged = new Inspection([.. found.Select(finding => new JudgedFinding(finding, policy.Answer(finding)))]);
        return new Trial(judged.Action, judged.Findings, new Detector().Inspect(text).Count > found.Count);
    }
}
