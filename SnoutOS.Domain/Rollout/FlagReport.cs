namespace SnoutOS.Domain.Rollout;

/// <summary>An organization's own word on a flag; saying nothing leaves it to the deployment.</summary>
public enum FlagWord
{
    On,
    Off,
}

/// <summary>One flag as diagnostics and the API tell it.</summary>
public sealed record FlagReport(DeploymentState Deployment, FlagWord? Organization, bool Effective)
{
    /// <summary>All flags, by the names they have in the environment.</summary>
    public static IReadOnlyDictionary<string, FlagReport> Of(EffectiveFlags flags) =>
        flags.All.ToDictionary(state => FlagNames.Of(state.Flag), Of, StringComparer.Ordinal);

    private static FlagReport Of(FlagState state) => new(
        state.Deployment,
        state.Organization switch { true => FlagWord.On, false => FlagWord.Off, null => null },
        state.Effective);
}
