using SnoutOS.Domain.AntiPoaching;

namespace SnoutOS.Tests.AntiPoaching;

/// <summary>One or two of each way of writing something out, and of each thing that looks like it and is none.</summary>
public sealed class DetectorKindsTests
{
    private static readonly Detector Detector = new();

    [Theory]
    [InlineData("two twelve, six forty-seven, forty-seven hundred, that's me")]
    [InlineData("my cell: nine seventeen, double five three, triple oh nine")]
    [InlineData("call 2O6 55S OlZ8")]
    [InlineData("my cell is 2l5 S83 Ol76")]
    [InlineData("６４６ ⑤⑧⑤ 0️⃣1️⃣𝟑𝟏")]
    [InlineData("call ५१२ ५८५ ०१८६")]
    [InlineData("t w o o s i x f i v e e i g h t f i v e o h o n e s i x e i g h t")]
    [InlineData("read it backwards: 1310 585 646")]
    [InlineData("Right to left: 0710.585.215")]
    [InlineData("ends in 0177. before that five eight five. before that 503")]
    [InlineData("middle is 585, tail is 0163, head is 971")]
    [InlineData("646, one past 584, three shy of 0150. Text me")]
    [InlineData("call (720) 5*117, 0090+95")]
    [InlineData("the rest is 50167, the first half is on the fridge")]
    [InlineData("our landline, ending in 0140")]
    [InlineData("ring me: %32%31%32%35%38%35%30%31%34%32")]
    [InlineData("MjA2NTg1MDE0Mg== is where I am")]
    [InlineData("53 53 53 48 49 57 49 on the ascii table")]
    [InlineData("🐾🐾🐾🐾🐾 🐾🐾🐾 🐾🐾🐾🐾🐾🐾 🐾 🐾🐾🐾🐾 🐾🐾 🐾🐾🐾🐾🐾🐾🐾")]
    [InlineData("nine won sicks, fahv ate fahv, oh wun fore ate")]
    [InlineData("siete uno ocho, cinco ocho cinco, cero uno cuatro dos, llámame")]
    [InlineData("sechs vier sechs fünf acht fünf null eins drei eins")]
    [InlineData("call 555-01DG")]
    [InlineData("A=1, B=2: BJF EHE JADG")]
    [InlineData("646 woof 585 woof 0158, says Baxter")]
    [InlineData("give us a bell 585 0125 if you're late")]
    [InlineData("Loved the walk! 5️⃣8️⃣5️⃣0️⃣1️⃣5️⃣4️⃣")]
    public void A_number_is_seen_in_any_dress(string message) => Assert.Contains(Detector.Inspect(message), finding => finding.Type == FindingType.PhoneNumber);

    [Theory]
    [InlineData("theo 🌀 example 🔴 com", FindingType.Email)]
    [InlineData("petra#example.com, hash is the monkey", FindingType.Email)]
    [InlineData("jo (a) example . org", FindingType.Email)]
    [InlineData("linh {a t} example {d o t} com", FindingType.Email)]
    [InlineData("hazelAThazelshounds DOT test", FindingType.Email)]
    [InlineData("moc.elpmaxe@onurb.dna.aras from the right", FindingType.Email)]
    [InlineData("protonmail, username quietwalker", FindingType.Email)]
    [InlineData("jen.doe@gmail", FindingType.Email)]
    [InlineData("grab a time at calendly/walkswithwes", FindingType.Url)]
    [InlineData("kennelnomore dotcom", FindingType.Url)]
    [InlineData("sunnypaws dot example slash book", FindingType.Url)]
    [InlineData("forms.gle/notreal-kiki", FindingType.Url)]
    [InlineData("insta: jess_walks", FindingType.SocialHandle)]
    [InlineData("I'm \"mama.of.minnow\" there", FindingType.SocialHandle)]
    public void An_address_is_seen_in_any_dress(string message, FindingType type) => Assert.Contains(Detector.Inspect(message), finding => finding.Type == type);

    [Theory]
    [InlineData("773585", "01", "85")]
    [InlineData("last: 0175", "middle: 585", "first: 208")]
    [InlineData("ok so 303", "then 585", "0114 and that is it")]
    public void A_number_over_messages_is_flagged_and_never_blocked(params string[] messages)
    {
        var found = Detector.Inspect(messages[^1], messages[..^1]);
        Assert.Contains(found, finding => finding is { Type: FindingType.PhoneNumber, AcrossMessages: true });
        Assert.Equal(PoachingVerdict.Flag, PoachingPolicy.SitterToClient.Judge(found));
    }

    [Theory]
    [InlineData("Scanner at the clinic read 985 112 004 998 310. Matches your paper.")]
    [InlineData("Gate 4471#, front door 820914 then the lock symbol, alarm 6032 within 30 seconds")]
    [InlineData("Emergency vet: Northside Animal ER, (312) 585-0177, open 24/7")]
    [InlineData("poison line 888-426-4435, case 4471902")]
    [InlineData("Our place is 305-1440 Water St, V6B 0A0. Parking stall 77.")]
    [InlineData("weights 312 290 288 241 219 g, trending down")]
    [InlineData("33.7490, -84.3880, accuracy 12 m, battery 61")]
    [InlineData("visits 7:15-7:45, 12:10-12:40, 18:05-18:35")]
    [InlineData("agility 21-15, 18-21, 15-13")]
    [InlineData("2 pees, 1 poop, 0 accidents, 3 treats, 45 minutes")]
    [InlineData("crate inside is 36 x 23 x 25, his back is 22 so he fits")]
    [InlineData("ICE 1093, coach 21, seats 64 and 66, arriving 17:52")]
    [InlineData("We had five, six, seven, eight wags before he opened his eyes")]
    [InlineData("see you at noon.thanks again")]
    [InlineData("El código del portón es 5519, hay que apretar fuerte el 9")]
    public void What_only_looks_like_it_passes(string message) =>
        Assert.DoesNotContain(Detector.Inspect(message), finding => finding.Type is FindingType.PhoneNumber or FindingType.Email or FindingType.Url or FindingType.SocialHandle);
}
