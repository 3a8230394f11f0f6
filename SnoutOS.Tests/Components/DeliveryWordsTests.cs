using SnoutOS.Domain.Threads;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

public sealed class DeliveryWordsTests
{
    [Theory]
    [InlineData(21610, "opted out")]
    [InlineData(21211, "does not exist")]
    [InlineData(21614, "landline")]
    [InlineData(21408, "country")]
    [InlineData(30003, "off or out of reach")]
    [InlineData(30004, "blocks")]
    [InlineData(30005, "not in service")]
    [InlineData(30006, "landline")]
    [InlineData(30007, "filtered")]
    [InlineData(30008, "did not say why")]
    [InlineData(30034, "not registered")]
    [InlineData(39999, "39999")]
    [InlineData(null, "did not say why")]
    public void A_failure_is_told_in_words(int? code, string words) =>
        Assert.Contains(words, DeliveryWords.Reason(MessageStatus.Failed, code), StringComparison.Ordinal);

    [Fact]
    public void What_went_well_has_no_reason_and_what_went_wrong_always_has_one()
    {
        foreach (var status in Enum.GetValues<MessageStatus>())
        {
            Assert.Equal(DeliveryWords.IsTrouble(status), DeliveryWords.Reason(status, null) is not null);
            Assert.NotEmpty(DeliveryWords.Label(status));
            Assert.NotEmpty(DeliveryWords.Tick(status));
        }
    }

    [Fact]
    public void A_lost_answer_is_being_checked_and_then_left_to_a_person()
    {
        Assert.Equal("Checking with the carrier…", DeliveryWords.Label(MessageStatus.Ambiguous));
        Assert.False(DeliveryWords.IsTrouble(MessageStatus.Ambiguous));
        Assert.Equal("May not have been sent", DeliveryWords.Label(MessageStatus.NeedsReview));
        Assert.True(DeliveryWords.IsTrouble(MessageStatus.NeedsReview));
    }
}
