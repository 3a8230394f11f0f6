using SnoutOS.Domain.Inbox;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Inbox;

namespace SnoutOS.Tests.Components;

public sealed class InboxAddressTests
{
    private static readonly Guid Thread = Guid.CreateVersion7(TestTime.Noon);

    [Fact]
    public void Selection_view_and_search_live_in_the_address()
    {
        Assert.Equal("messages", InboxAddress.Of(null, InboxView.All, ""));
        Assert.Equal($"messages/{Thread}?inbox=owner&q=bis%20%26", InboxAddress.Of(Thread, InboxView.NeedsOwner, "bis &"));
    }

    [Theory]
    [InlineData("1234", true)]
    [InlineData("apt 12, door 34", true)]
    [InlineData("12345", false)]
    [InlineData("(212) 555", false)]
    [InlineData("٢١٢٥٥", false)]
    public void A_search_that_may_be_a_phone_number_stays_out_of_it(string search, bool isShown) =>
        Assert.Equal(isShown, InboxAddress.Of(null, InboxView.All, search).Contains("q=", StringComparison.Ordinal));
}
