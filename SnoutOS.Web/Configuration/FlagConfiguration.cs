using SnoutOS.Domain.Rollout;

namespace SnoutOS.Web.Configuration;

/// <summary>The flags as the environment sets them, read once at start.</summary>
public sealed record FlagConfiguration(FlagSettings Settings, IReadOnlyList<string> Problems)
{
    public static FlagConfiguration Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var states = new Dictionary<Flag, DeploymentState>();
        var problems = new List<string>();
        foreach (var flag in Enum.GetValues<Flag>())
        {
            var (name, text) = (FlagNames.Of(flag), configuration[FlagNames.Of(flag)]);
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (FlagNames.TryReadState(text, out var state))
            {
                states[flag] = state;
            }
            else
            {
                problems.Add($"{name} must be true, false, pilot or shadow.");
            }
        }

        // Somebody who tries the product wants to see it, not to flip flags first.
        var otherwise = environment.IsDevelopment() ? DeploymentState.True : DeploymentState.False;
        return new FlagConfiguration(new FlagSettings(states, otherwise), problems);
    }
}
