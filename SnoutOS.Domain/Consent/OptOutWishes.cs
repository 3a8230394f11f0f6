using System.Text.RegularExpressions;

namespace SnoutOS.Domain.Consent;

/// <summary>
/// Free text that reads like a wish not to be texted any more. It is only flagged for the owner, who decides; the
/// words that act by themselves are <see cref="ConsentKeywords"/>.
/// </summary>
public static partial class OptOutWishes
{
    public static bool Suspects(string body) => body.Length <= 400 && Wish().IsMatch(body);

    [GeneratedRegex(
        @"\b(?:stop|quit)\s+(?:texting|messaging|sending|contacting)|\b(?:no|don'?t\s+send)\s+(?:me\s+)?(?:any\s+)?more\s+(?:texts?|messages?|sms)|\b(?:remove|take)\s+(?:me|my\s+number)\s+(?:from|off)|\bopt(?:ing)?\s*-?\s*(?:me\s+)?out\b|\bunsubscribe\b|\bno\s+m[aá]s\s+mensajes|\b(?:do\s+not|don'?t)\s+(?:text|message|contact)\s+me\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Wish();
}
