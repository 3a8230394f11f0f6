using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Policing;

namespace SnoutOS.Web.Components.Policing;

/// <summary>
/// A message on which the three sensitivities disagree, chosen by asking the detector, so that what the page says about it
/// is what would be done about it.
/// </summary>
public static class SensitivityExample
{
    private static readonly string[] Doubtful =
    [
        "Let me give you my number", "Add me on Facebook", "My handle is janewalks", "You can pay me directly if you like", "Call 555 0142",
    ];

    private static readonly Sensitivity[] All = Enum.GetValues<Sensitivity>();

    public static string Text { get; } = Doubtful.MaxBy(text => All.Select(sensitivity => Answer(text, sensitivity)).Distinct().Count())!;

    /// <summary>What would be done about it if a sitter wrote it, by the usual rules.</summary>
    public static PoachingAction At(Sensitivity sensitivity) => Answer(Text, sensitivity);

    private static PoachingAction Answer(string text, Sensitivity sensitivity) =>
        Trial.Of(text, PoachingPolicy.SitterToClient with { Sensitivity = sensitivity }, AllowList.Empty).Action;
}
