using System.Text.RegularExpressions;

namespace SnoutOS.Domain.Notices;

/// <summary>
/// Texts that read as if a machine had written them: an office that is closed, a phone whose owner is driving. Answering
/// one would begin a conversation between two machines.
/// </summary>
public static partial class AutoReplies
{
    public static bool Reads(string body) => Machine().IsMatch(body);

    [GeneratedRegex(
        @"\bout\s+of\s+(?:the\s+)?office\b|\bauto(?:matic|mated)?[\s-]*(?:reply|response|responder|message|text)\b|\bautomatically\s+(?:generated|sent)\b|\b(?:do\s+not|don['’]?t|please\s+don['’]?t)\s+reply\b|\bno-?reply\b|\bnot\s+monitored\b|\bunmonitored\b|\bI['’]?\s*a?m\s+(?:currently\s+)?(?:driving|unavailable|on\s+vacation|on\s+leave|away\s+from\s+my)\b|\bdo\s+not\s+disturb\s+while\s+driving\b|\bI['’]ll\s+see\s+your\s+message\s+when\b|\bfuera\s+de\s+la\s+oficina\b|\brespuesta\s+autom[aá]tica\b|\bautomatische\s+(?:antwort|nachricht)\b|\babwesenheitsnotiz\b|\br[eé]ponse\s+automatique\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Machine();
}
