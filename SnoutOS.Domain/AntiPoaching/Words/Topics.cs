using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Words;

/// <summary>Which groups of words are about what.</summary>
internal static class Topics
{
    public static readonly (Topic Topic, string[] Groups)[] All =
    [
        (Topic.Unit, ["unit"]), (Topic.Lead, ["lead"]), (Topic.Wink, ["wink"]), (Topic.Reverse, ["reverse"]), (Topic.At, ["at"]), (Topic.Dot, ["dot"]),
        (Topic.Ending, ["tld"]), (Topic.Network, ["network"]), (Topic.ShortNetwork, ["short_network"]), (Topic.WordyNetwork, ["wordy_network"]),
        (Topic.Payment, ["payment"]), (Topic.Provider, ["provider"]), (Topic.Label, ["label"]), (Topic.Naming, ["naming"]),
    ];
}
