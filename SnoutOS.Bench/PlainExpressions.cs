using System.Text.RegularExpressions;

// They are what they are elsewhere: plain.
#pragma warning disable MA0009, MA0023

namespace SnoutOS.Bench;

/// <summary>What other systems do: twenty plain expressions, each source-generated, all of them asked.</summary>
internal static partial class PlainExpressions
{
    private static readonly Regex[] All =
    [
        Phone(), Grouped(), International(), Local(), Mail(), SpelledMail(), Site(), BareSite(), Shortener(), Handle(),
        Networks(), Whatsapp(), Payments(), CashTag(), TextMe(), MyNumber(), Directly(), OffApp(), Privately(), Cash(),
    ];

    public static int Count => All.Length;

    public static int Matches(string text)
    {
        var matches = 0;
        foreach (var expression in All)
        {
            matches += expression.IsMatch(text) ? 1 : 0;
        }

        return matches;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b\d{10}\b", Options)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}", Options)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\+\d{1,3}[- ]?\d{6,12}", Options)]
    private static partial Regex International();

    [GeneratedRegex(@"\b\d{3}-\d{4}\b", Options)]
    private static partial Regex Local();

    [GeneratedRegex(@"[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}", Options)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b\w+ (at|\(at\)) \w+ (dot|\(dot\)) (com|net|org)\b", Options)]
    private static partial Regex SpelledMail();

    [GeneratedRegex(@"https?://\S+", Options)]
    private static partial Regex Site();

    [GeneratedRegex(@"\bwww\.\S+|\b[a-z0-9-]+\.(com|net|org|io)\b", Options)]
    private static partial Regex BareSite();

    [GeneratedRegex(@"\b(bit\.ly|tinyurl\.com|linktr\.ee)/\S+", Options)]
    private static partial Regex Shortener();

    [GeneratedRegex(@"(?<!\w)@[a-z0-9_.]{3,}", Options)]
    private static partial Regex Handle();

    [GeneratedRegex(@"\b(instagram|insta|facebook|snapchat|telegram|tiktok)\b", Options)]
    private static partial Regex Networks();

    [GeneratedRegex(@"\bwhats ?app\b", Options)]
    private static partial Regex Whatsapp();

    [GeneratedRegex(@"\b(venmo|zelle|paypal|cash ?app|apple pay|google pay)\b", Options)]
    private static partial Regex Payments();

    [GeneratedRegex(@"\$[a-z][a-z0-9_]{2,}", Options)]
    private static partial Regex CashTag();

    [GeneratedRegex(@"\b(text|call|message|reach) me\b", Options)]
    private static partial Regex TextMe();

    [GeneratedRegex(@"\bmy (cell|number|phone|email)\b", Options)]
    private static partial Regex MyNumber();

    [GeneratedRegex(@"\b(book|pay|hire|contact) me directly\b", Options)]
    private static partial Regex Directly();

    [GeneratedRegex(@"\b(off|outside) (of )?the (app|platform)\b", Options)]
    private static partial Regex OffApp();

    [GeneratedRegex(@"\b(privately|on the side|under the table)\b", Options)]
    private static partial Regex Privately();

    [GeneratedRegex(@"\bpay(ing)? (me )?(in )?cash\b", Options)]
    private static partial Regex Cash();
}
