namespace SnoutOS.Domain.Rollout;

/// <summary>The switches of the rollout, named in the environment as <see cref="FlagNames.Of"/> says.</summary>
public enum Flag
{
    Messaging,
    ProactiveThreadCreation,
    SitterMessages,
}

public enum DeploymentState
{
    /// <summary>Closed for everybody.</summary>
    False,

    /// <summary>Open unless an organization is off.</summary>
    True,

    /// <summary>Open only for organizations that are on.</summary>
    Pilot,

    /// <summary>Closed; what would have been done is recorded.</summary>
    Shadow,
}

/// <summary>The deployment's stored state of one flag. A value in the environment goes before it.</summary>
public sealed class DeploymentFlag
{
    public Flag Flag { get; init; }

    public DeploymentState State { get; set; }

    public string Reason { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>An organization's own word on one flag.</summary>
public sealed class OrganizationFlag
{
    public Guid OrganizationId { get; init; }

    public Flag Flag { get; init; }

    public bool On { get; set; }

    public string Reason { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }
}

public static class FlagNames
{
    /// <summary>The name in the environment, the API and on the command line.</summary>
    public static string Of(Flag flag) => flag switch
    {
        Flag.Messaging => "ENABLE_MESSAGING_V1",
        Flag.ProactiveThreadCreation => "ENABLE_PROACTIVE_THREAD_CREATION",
        Flag.SitterMessages => "ENABLE_SITTER_MESSAGES_V1",
    };

    /// <summary>Reads <c>true</c>, <c>false</c>, <c>pilot</c> or <c>shadow</c>, in any case.</summary>
    public static bool TryReadState(string text, out DeploymentState state) =>
        Enum.TryParse(text.Trim(), ignoreCase: true, out state) && Enum.IsDefined(state) && !char.IsAsciiDigit(text.Trim()[0]);

    public static Flag? Find(string name) =>
        Enum.GetValues<Flag>().Where(flag => Of(flag) == name).Select(flag => (Flag?)flag).FirstOrDefault();
}
