using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Twilio;

namespace SnoutOS.Tests.Threads;

public sealed class SmsSegmentsTests
{
    private const string Vectors = "twilio-segment-vectors.json";

    public static TheoryData<string> Published => Fixture.Names(Vectors, "name");

    [Theory, MemberData(nameof(Published))]
    public void A_published_example_takes_the_published_segments(string name)
    {
        var vector = Fixture.Named(Vectors, "name", name);
        var measure = SmsSegments.Measure((string)vector["body"]!);

        Assert.Equal((int)vector["segments"]!, measure.Segments);
        Assert.Equal((string)vector["encoding"]! == "GSM-7" ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2, measure.Encoding);
    }

    [Theory]
    [InlineData("", 0, 160)]
    [InlineData("Hi [Bella]", 12, 148)]
    [InlineData("Hi 🐶", 5, 65)]
    public void The_composer_can_say_what_is_left(string body, int used, int left)
    {
        var measure = SmsSegments.Measure(body);
        Assert.Equal((used, left), (measure.UnitsUsed, measure.UnitsLeftInSegment));
    }

    [Fact]
    public void A_second_segment_costs_both_their_headers()
    {
        Assert.Equal(new SmsMeasure(1, SmsEncoding.Gsm7, 160, 0), SmsSegments.Measure(new string('a', 160)));
        Assert.Equal(new SmsMeasure(2, SmsEncoding.Gsm7, 161, 145), SmsSegments.Measure(new string('a', 161)));
    }

    [Fact]
    public void What_reads_as_one_character_is_not_torn_apart()
    {
        const string family = "👩‍👩‍👧‍👦";
        Assert.Equal(62, SmsSegments.Measure(new string('a', 66) + "🐶" + "aaa").UnitsLeftInSegment);
        Assert.Equal(3, SmsSegments.Count(new string('a', 60) + family + new string('a', 57)));
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        var body = string.Concat(Enumerable.Repeat("Walk done 🐶 [ok] – ", 60));
        SmsSegments.Count(body);

        var before = GC.GetAllocatedBytesForCurrentThread();
        SmsSegments.Count(body);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
