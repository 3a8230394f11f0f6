using SnoutOS.Domain.AntiPoaching;

namespace SnoutOS.Tests.AntiPoaching;

public sealed class DetectorTests
{
    private static readonly Detector Detector = new();

    [Theory]
    [InlineData("you can text me at 646-555-0131 anytime", "646-555-0131", "phone.plain")]
    [InlineData("my number is six four six, triple five, oh one thirty-one", "six four six, triple five, oh one thirty-one", "phone.spelled")]
    [InlineData("call 6four6 555 zero131", "6four6 555 zero131", "phone.mixed")]
    [InlineData("2O6 55S OlZ8 that's me", "2O6 55S OlZ8", "phone.letters")]
    [InlineData("mi celular es seis cuatro seis, cinco cincuenta y cinco, cero uno treinta y uno", "seis cuatro seis, cinco cincuenta y cinco, cero uno treinta y uno", "phone.spelled")]
    [InlineData("read it backwards: 1310 555 646", "1310 555 646", "phone.reversed")]
    [InlineData("６４６ ⑤⑤⑤ 0️⃣1️⃣𝟑𝟏", "６４６ ⑤⑤⑤ 0️⃣1️⃣𝟑𝟏", "phone.plain")]
    public void A_number_is_found_where_it_stands(string message, string span, string rule)
    {
        var finding = Assert.Single(Detector.Inspect(message), finding => finding.Type == FindingType.PhoneNumber);
        Assert.Equal(span, message.Substring(finding.Start, finding.Length));
        Assert.Equal(rule, finding.Rule);
        Assert.Equal(PoachingVerdict.Block, PoachingPolicy.SitterToClient.Judge(finding));
    }

    [Theory]
    [InlineData("write to jess.walker@example.com", FindingType.Email)]
    [InlineData("jess dot walker (at) example (dot) com", FindingType.Email)]
    [InlineData("everything is on www.jess-walks.example/prices", FindingType.Url)]
    [InlineData("add me on insta, jess_walks", FindingType.SocialHandle)]
    [InlineData("just v3nm0 me", FindingType.OffPlatformPayment)]
    [InlineData("book me directly next time, it's cheaper for you", FindingType.Solicitation)]
    public void What_leads_away_is_blocked(string message, FindingType type)
    {
        Assert.Contains(Detector.Inspect(message), finding => finding.Type == type);
        Assert.Equal(PoachingVerdict.Block, PoachingPolicy.SitterToClient.Judge(Detector.Inspect(message)));
    }

    [Theory]
    [InlineData("text me when you land")]
    [InlineData("his chip is 985112004471902")]
    [InlineData("call the vet at 212-555-0188 if she won't eat")]
    [InlineData("0.3 ml at 7:30, then 0.5 ml at 19:30, on 12/22 and 12/23")]
    [InlineData("Venmo was a very good boy today")]
    [InlineData("one two three four five six seven eight nine ten, ready or not")]
    [InlineData("wifi pw 8472019365")]
    [InlineData("just ask the office for me next month")]
    public void What_is_honest_passes(string message) => Assert.Empty(Detector.Inspect(message));

    [Fact]
    public void What_is_on_the_allow_list_passes()
    {
        var detector = new Detector(new AllowList(["+16465550131"], ["happy-tails.example"]));
        Assert.Empty(detector.Inspect("call us at (646) 555-0131 or write to front@mail.happy-tails.example"));
        Assert.Empty(detector.Inspect("see www.happy-tails.example/visits"));
        Assert.NotEmpty(detector.Inspect("call me at (646) 555-0132"));
        Assert.NotEmpty(detector.Inspect("see www.nothappy-tails.example/visits"));
    }

    [Fact]
    public void A_number_in_pieces_is_flagged_and_never_blocked()
    {
        var found = Detector.Inspect("0131", ["ok so 646", "then 555"]);
        var finding = Assert.Single(found);
        Assert.Equal((FindingType.PhoneNumber, 0, 4, true), (finding.Type, finding.Start, finding.Length, finding.AcrossMessages));
        Assert.Equal(PoachingVerdict.Flag, PoachingPolicy.SitterToClient.Judge(found));
        Assert.Empty(Detector.Inspect("0131"));
    }

    [Fact]
    public void A_policy_says_what_becomes_of_a_type()
    {
        var found = Detector.Inspect("text me at 646-555-0131");
        var policy = PoachingPolicy.SitterToClient;
        Assert.Equal(PoachingVerdict.Pass, policy.With(FindingType.PhoneNumber, PoachingAction.Off).Judge(found));
        Assert.Equal(PoachingVerdict.Flag, policy.With(FindingType.PhoneNumber, PoachingAction.Flag).Judge(found));
        Assert.Equal(PoachingVerdict.Flag, PoachingPolicy.ClientToSitter.Judge(found));
        Assert.Equal(PoachingVerdict.Block, policy.Judge(found));
        Assert.Equal(PoachingVerdict.Flag, policy.Judge(new Finding(FindingType.Email, 0, 1, .6, "email.plain")));
    }

    [Theory]
    [InlineData("we skip the office, cell is 212 555 0161")]
    [InlineData("no need to tell the office or the vet. mobile: 212-555-0161")]
    public void An_office_that_is_named_before_makes_nobodys_cell_its_own(string message) =>
        Assert.Contains(Detector.Inspect(message), finding => finding.Type == FindingType.PhoneNumber && message[finding.Start..finding.End].Contains("0161", StringComparison.Ordinal));

    [Fact]
    public void A_guess_at_what_words_mean_is_flagged_where_it_would_be_masked()
    {
        Assert.Equal(PoachingAction.Flag, PoachingPolicy.ClientToSitter.Answer(new Finding(FindingType.Solicitation, 0, 5, .6, "solicitation.test")));
        Assert.Equal(PoachingAction.Mask, PoachingPolicy.ClientToSitter.Answer(new Finding(FindingType.Solicitation, 0, 5, .8, "solicitation.test")));
        Assert.Equal(PoachingAction.Mask, PoachingPolicy.ClientToSitter.Answer(new Finding(FindingType.PhoneNumber, 0, 5, .6, "phone.test")));
    }
}
