using System.Buffers;

namespace SnoutOS.Domain.Consent;

/// <summary>
/// The carrier's opt-out and opt-in words. Only a whole body counts, trimmed, without its closing punctuation and in
/// any case: "Can't stop by today" is an ordinary message.
/// </summary>
public static class ConsentKeywords
{
    private static readonly HashSet<string> OptOutWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT",
    };

    private static readonly HashSet<string> OptInWords = new(StringComparer.OrdinalIgnoreCase) { "START", "UNSTOP", "YES" };

    private static readonly SearchValues<char> Closing = SearchValues.Create(".!?,;:…");

    /// <summary>What the body, or the provider's own word on it, asks for; null for an ordinary message.</summary>
    /// <param name="body">The whole text.</param>
    /// <param name="providerOptOutType">STOP, START or HELP, as the provider may have judged.</param>
    /// <param name="isOptedOut">Opt-in words count only from a phone that is opted out.</param>
    public static ConsentKind? Read(string body, string? providerOptOutType, bool isOptedOut)
    {
        var word = WholeWord(body);
        if (string.Equals(providerOptOutType, "STOP", StringComparison.OrdinalIgnoreCase) || OptOutWords.Contains(word))
        {
            return ConsentKind.OptOut;
        }

        var asksIn = string.Equals(providerOptOutType, "START", StringComparison.OrdinalIgnoreCase) || OptInWords.Contains(word);
        return asksIn && isOptedOut ? ConsentKind.OptIn : null;
    }

    /// <summary>Whether the word may have been meant for a visit as well as for texts.</summary>
    public static bool MayMeanTheVisit(string body) => WholeWord(body).Equals("CANCEL", StringComparison.OrdinalIgnoreCase);

    private static string WholeWord(string body)
    {
        var text = body.AsSpan().Trim();
        while (text.Length > 0 && (Closing.Contains(text[^1]) || char.IsWhiteSpace(text[^1])))
        {
            text = text[..^1];
        }

        return text.Length <= 16 ? text.ToString() : "";
    }
}
