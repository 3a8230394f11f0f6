using FsCheck;
using FsCheck.Fluent;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.AntiPoaching.Meaning;
using SnoutOS.Domain.AntiPoaching.Reading;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.AntiPoaching;

/// <summary>What is meant rather than spelled out.</summary>
public sealed class MeaningTests
{
    private static readonly Detector Detector = new();

    private static readonly string[] Meant =
    [
        "book me directly next time, it's cheaper for you", "hire me privately and skip the agency fee", "just pay me in cash and don't tell the office",
        "no le digas a la oficina, yo te cobro menos", "can I just pay you?", "let's cut out the middleman, we both save money",
    ];

    [Theory]
    [InlineData("book me directly next time, it's cheaper for you", PoachingVerdict.Block)]
    [InlineData("let's cut out the middleman, we both save money", PoachingVerdict.Block)]
    [InlineData("just venmo me", PoachingVerdict.Block)]
    [InlineData("hire me privately and skip the agency fee", PoachingVerdict.Block)]
    [InlineData("no le digas a la oficina, yo te cobro menos", PoachingVerdict.Flag)]
    [InlineData("can I just pay you?", PoachingVerdict.Flag)]
    [InlineData("I can't take cash, please book through the office", PoachingVerdict.Pass)]
    [InlineData("sorry, we're not allowed to share numbers, just message me here", PoachingVerdict.Pass)]
    [InlineData("I told the office about the broken lock", PoachingVerdict.Pass)]
    [InlineData("text me when you land", PoachingVerdict.Pass)]
    [InlineData("between you and me, she slept on the couch all day", PoachingVerdict.Pass)]
    [InlineData("cash for the gardener is on the counter, he comes at four", PoachingVerdict.Pass)]
    [InlineData("fed both cats, scooped the box, watered the plants and left the mail on the counter", PoachingVerdict.Pass)]
    public void What_is_meant_is_judged(string message, PoachingVerdict verdict) =>
        Assert.Equal(verdict, PoachingPolicy.SitterToClient.Judge(Detector.Inspect(message)));

    [Fact]
    public void A_finding_says_where_and_by_what()
    {
        const string Message = "Luna ate all her dinner and slept well. Next time book me directly, skip the agency and save money.";
        var finding = Assert.Single(Detector.Inspect(Message), finding => finding.Type == FindingType.Solicitation);
        Assert.Contains("book me directly", Message.Substring(finding.Start, finding.Length), StringComparison.Ordinal);
        Assert.DoesNotContain("Luna", Message.Substring(finding.Start, finding.Length), StringComparison.Ordinal);
        Assert.Matches("^solicitation\\.[a-z-]+$", finding.Rule);
    }

    [Fact]
    public void What_only_several_messages_say_together_is_flagged_and_never_blocked()
    {
        string[] before = ["pay me"];
        const string Last = "and not them";
        var found = Detector.Inspect(Last, before);
        var finding = Assert.Single(found, finding => finding.Type == FindingType.OffPlatformPayment);
        Assert.Equal((0, Last.Length, true), (finding.Start, finding.Length, finding.AcrossMessages));
        Assert.Equal(PoachingVerdict.Flag, PoachingPolicy.SitterToClient.Judge(found));
        Assert.Empty(Detector.Inspect(Last));
        Assert.All(before, message => Assert.Empty(Detector.Inspect(message)));
    }

    [SeededProperty(MaxTest = 500)]
    public Property Large_letters_and_invisible_characters_hide_no_meaning()
    {
        var disguised = from message in Gen.Elements(Meant)
                        from place in Gen.Choose(0, message.Length)
                        from mark in Gen.Elements("\u200B", "\u200D", "\u2060", "\u00AD", "")
                        from large in Gen.Elements(true, false)
                        select (large ? message.ToUpperInvariant() : message).Insert(place, mark);
        return Prop.ForAll(disguised.ToArbitrary(), message => Detector.Inspect(message).Count > 0);
    }

    [Fact]
    public void An_idea_is_found_in_other_forms_of_a_word_and_in_sayings()
    {
        Assert.Equal("book", Stem("booking"));
        Assert.Equal("book", Stem("booked"));
        Assert.Equal("privat", Stem("private"));
        Assert.Contains(" say-undertable ", IdeasOf("paid under the table"), StringComparison.Ordinal);
        Assert.Contains(" say-leaveout ", IdeasOf("cut them out"), StringComparison.Ordinal);
        Assert.Contains(" office ", IdeasOf("the agency"), StringComparison.Ordinal);
        Assert.DoesNotContain(" say-undertable ", IdeasOf("he hid under. the table fell"), StringComparison.Ordinal);
    }

    private static string Stem(string word)
    {
        var stem = new char[word.Length];
        return new string(stem, 0, Stems.Of(word, stem));
    }

    private static string IdeasOf(string message)
    {
        var (text, meaning) = (new MessageText(), new MeaningText(MeaningModel.Learned));
        text.Read(message);
        meaning.Read(text);
        var ideas = new List<string>();
        foreach (var word in meaning.Words)
        {
            for (var packed = word.Ideas; packed != 0; packed >>= 8)
            {
                ideas.Add(Ideas.NameOf((byte)packed));
            }
        }

        return $" {string.Join(' ', ideas)} ";
    }
}
