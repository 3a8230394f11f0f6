using FsCheck;
using FsCheck.Fluent;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.AntiPoaching;

/// <summary>Numbers that nobody wrote down before: any that can be dialled is seen, and what is named as something else is not taken for one.</summary>
public sealed class DetectorNumberProperties
{
    private static readonly Detector Detector = new();

    private static readonly string[] AreaCodes = ["212", "646", "917", "415", "312", "503", "702", "404", "617", "305", "206", "720", "514", "604", "980"];
    private static readonly string[] Separators = ["-", ".", " ", " - ", "/", "·", " . ", "–", "~", "_", "|", "  ", " ,", "*", "•", "…"];
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private static readonly string[] Before =
    [
        "Bruno ate all his dinner and napped.", "She was a star today!", "we did the long loop by the river", "The plants are watered, the blinds are down.", "so sorry about the mud", "Hi!",
    ];

    private static readonly string[] Invitations = ["call me at", "my number is", "text me on", "my cell:", "reach me directly:", "save my number", "you can ring me,"];
    private static readonly string[] After = ["", "anytime", "thanks!", "if you are late", "🐶", "have a lovely trip"];

    [SeededProperty(MaxTest = 500)]
    public Property Any_number_of_north_america_is_seen_in_any_grouping()
    {
        var message = from number in American
                      from separator in Gen.Elements(Separators)
                      from before in Gen.Elements(Before)
                      from invitation in Gen.Elements(Invitations)
                      from after in Gen.Elements(After)
                      select $"{before} {invitation} {number[..3]}{separator}{number[3..6]}{separator}{number[6..]} {after}";
        return Prop.ForAll(message.ToArbitrary(), HasNumber);
    }

    [SeededProperty(MaxTest = 500)]
    public Property A_separator_between_all_digits_hides_nothing()
    {
        var message = from number in American
                      from separator in Gen.Elements(Separators)
                      from invitation in Gen.Elements(Invitations)
                      select $"{invitation} {string.Join(separator, number.ToCharArray())}";
        return Prop.ForAll(message.ToArbitrary(), HasNumber);
    }

    [SeededProperty(MaxTest = 500)]
    public Property Any_number_is_seen_when_it_is_spelled_out()
    {
        var message = from number in American
                      from figures in Gen.Elements(true, false).ArrayOf(number.Length)
                      from invitation in Gen.Elements(Invitations)
                      select $"{invitation} {string.Join(' ', number.Zip(figures, (digit, isFigure) => isFigure ? digit.ToString() : Words[digit - '0']))}";
        return Prop.ForAll(message.ToArbitrary(), HasNumber);
    }

    [SeededProperty(MaxTest = 500)]
    public Property Any_mobile_of_europe_is_seen()
    {
        var number = Gen.OneOf(
            Digits(9).Select(rest => $"+447{rest}"), Digits(8).Select(rest => $"+4915{rest}1"), Digits(8).Select(rest => $"+336{rest}"), Digits(8).Select(rest => $"+346{rest}"),
            Digits(8).Select(rest => $"077{rest}"), Digits(8).Select(rest => $"06{rest}"));
        var message = from mobile in number
                      from before in Gen.Elements(Before)
                      from invitation in Gen.Elements(Invitations)
                      select $"{before} {invitation} {mobile}";
        return Prop.ForAll(message.ToArbitrary(), HasNumber);
    }

    [SeededProperty(MaxTest = 1_000)]
    public Property What_is_named_as_something_else_passes()
    {
        var figures = Gen.OneOf(Digits(9), Digits(10), Digits(12), Digits(15));
        var message = Gen.OneOf(
            from digits in figures from name in Gen.Elements("his chip is", "Microchip", "the microchip reads", "chip:") select $"{name} {digits}",
            from digits in figures from name in Gen.Elements("Order", "order number", "tracking", "UPS tracking number", "Fedex") select $"{name} {digits} comes today",
            from digits in figures from name in Gen.Elements("serial", "policy", "claim number", "invoice", "wifi password", "alarm code") select $"The {name} is {digits}",
            from dose in Gen.Choose(1, 999) from hour in Gen.Choose(1, 12) from minute in Gen.Choose(10, 59) select $"Gave {dose} mg at {hour}:{minute}, then {dose} mg at {hour}:{minute}, {dose} ml water and {minute} min walk",
            from price in Gen.Choose(10, 9_999) select $"Kibble was ${price}.99 and litter ${price}.50, receipts ${price}.00 on the counter");
        return Prop.ForAll(message.ToArbitrary(), text => !HasNumber(text));
    }

    private static Gen<string> American =>
        from area in Gen.Elements(AreaCodes) from first in Gen.Choose(2, 9) from rest in Digits(6) select $"{area}{first}{rest}";

    private static Gen<string> Digits(int count) => Gen.Choose(0, 9).ArrayOf(count).Select(digits => string.Concat(digits));

    private static bool HasNumber(string message) => Detector.Inspect(message).Any(finding => finding.Type == FindingType.PhoneNumber);
}
