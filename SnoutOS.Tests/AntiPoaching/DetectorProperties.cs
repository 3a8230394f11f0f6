using FsCheck;
using FsCheck.Fluent;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.AntiPoaching;

public sealed class DetectorProperties
{
    private static readonly Detector Detector = new();

    private static readonly string[] Numbers =
    [
        "646-555-0131", "(646) 555 0131", "+1 646 555 0131", "call me 6465550131", "six four six five five five oh one three one", "6four6 555 zero131",
        "my number is 2O6 55S OlZ8", "six forty-six, triple five, oh one thirty-one", "seis cuatro seis cinco cinco cinco cero uno tres uno", "call me at 555-0131",
        "６４６ ５５５ ０１３１", "07700 900228 is me", "text me at 646.555.O131",
    ];

    private static readonly string[] Pieces =
        ["555 ", "0131", "one ", "oh ", "@", ".", "com", "$", "%34", "(", "[at]", "dot ", "🐶", "\u200B", "\u0301", "\uD800", "\uDC00", "\u202E", "\n", "'", "book me ", "insta ", "venmo", "ß", "ﬃ", "½", "x3 ", "four score", "\0", "\uFFFF", "#", "twenty ", "hundred "];

    [SeededProperty(MaxTest = 2_000)]
    public Property Never_throws_and_stays_inside_the_text()
    {
        var unit = Gen.Choose(0, char.MaxValue).Select(code => ((char)code).ToString());
        var text = Gen.OneOf(unit, Gen.Elements(Pieces)).ListOf().Select(string.Concat);
        return Prop.ForAll(text.ToArbitrary(), message => Lies(Detector.Inspect(message), message) && Lies(Detector.Inspect(message, ["646", message]), message));
    }

    [SeededProperty(MaxTest = 1_000)]
    public Property An_invisible_character_hides_no_number()
    {
        var caught = from number in Gen.Elements(Numbers)
                     from place in Gen.Choose(0, number.Length)
                     from mark in Gen.Elements("\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u034F", "\u180E")
                     select number.Insert(place, mark);
        return Prop.ForAll(caught.ToArbitrary(), HasNumber);
    }

    [SeededProperty(MaxTest = 1_000)]
    public Property Large_and_small_letters_hide_no_number()
    {
        var caught = from number in Gen.Elements(Numbers)
                     from large in Gen.Elements(true, false).ArrayOf(number.Length)
                     select string.Concat(number.Zip(large, (c, isLarge) => isLarge ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));
        return Prop.ForAll(caught.ToArbitrary(), HasNumber);
    }

    [Fact]
    public void The_numbers_that_the_properties_disguise_are_caught_as_they_are() => Assert.All(Numbers, number => Assert.True(HasNumber(number), number));

    [Fact]
    public void An_honest_message_allocates_nothing()
    {
        const string Message = "Fed at 7:30 and walked for 45 minutes, 2.3 miles around the reservoir. She took her 16 mg pill with cheese, text me if you want more pictures of the zoomies!";
        Assert.Empty(Detector.Inspect(Message));
        Detector.Inspect(Message);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Detector.Inspect(Message);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static bool HasNumber(string message) => Detector.Inspect(message).Any(finding => finding.Type == FindingType.PhoneNumber);

    private static bool Lies(IReadOnlyList<Finding> findings, string message) =>
        findings.All(finding => finding.Start >= 0 && finding.Length > 0 && finding.End <= message.Length && finding.Confidence is > 0 and < 1 && finding.Rule.Length > 0);
}
