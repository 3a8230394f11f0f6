namespace SnoutOS.Domain.Routing;

/// <summary>
/// What the windows of a thread amount to at the moment of a decision. A window counts when it was active at the
/// receive instant and still is at processing; a sitter counts once, however many windows of theirs are active.
/// </summary>
internal readonly record struct Standing
{
    /// <summary>Whether any window is active, available sitter or not.</summary>
    public bool AnyWindow { get; private init; }

    public Several AvailableSitters { get; private init; }

    /// <summary>The available sitters whose visit itself, without its buffers, is in progress.</summary>
    public Several SittersAtWork { get; private init; }

    public static Standing Of(RoutingFacts facts, DateTimeOffset instant)
    {
        var (any, available, atWork) = (false, Several.None, Several.None);
        var windows = facts.Windows;
        for (var index = 0; index < (windows?.Count ?? 0); index++)
        {
            var window = windows![index];
            if (!window.Contains(facts.ReceivedAt) || !window.Contains(instant))
            {
                continue;
            }

            any = true;
            if (window.SitterIsAvailable)
            {
                available = available.And(window.SitterId);
                atWork = window.VisitContains(facts.ReceivedAt) ? atWork.And(window.SitterId) : atWork;
            }
        }

        return new Standing { AnyWindow = any, AvailableSitters = available, SittersAtWork = atWork };
    }

    public static bool Has(RoutingFacts facts, DateTimeOffset instant, Guid sitterId)
    {
        var windows = facts.Windows;
        for (var index = 0; index < (windows?.Count ?? 0); index++)
        {
            var window = windows![index];
            if (window.SitterId == sitterId && window.SitterIsAvailable && window.Contains(facts.ReceivedAt) && window.Contains(instant))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Nobody, one sitter, or more than one; who the more are does not matter to any rule.</summary>
    internal readonly record struct Several(Guid? First, bool More)
    {
        public static Several None => default;

        public bool IsNone => First is null;

        /// <summary>The one sitter, or null for none or several.</summary>
        public Guid? Only => More ? null : First;

        public Several And(Guid sitter) => First is null ? new Several(sitter, More: false) : this with { More = More || First != sitter };
    }
}
