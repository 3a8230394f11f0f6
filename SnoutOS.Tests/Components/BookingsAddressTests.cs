using SnoutOS.Web.Components.Bookings;

namespace SnoutOS.Tests.Components;

public sealed class BookingsAddressTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData(null, null, null, "bookings")]
    [InlineData("2026-11-23", "list", null, "bookings?week=2026-11-23&view=list")]
    [InlineData(null, "week", "shown", "bookings?view=week&cancelled=shown")]
    [InlineData("tomorrow", "month", "yes", "bookings")]
    [InlineData("0001-01-01", null, null, "bookings")]
    [InlineData("9999-12-31", null, null, "bookings")]
    public void What_makes_no_sense_counts_as_not_said(string? week, string? view, string? cancelled, string address) =>
        Assert.Equal(address, BookingsAddress.Read(week, view, cancelled).ToString());

    [Theory]
    [InlineData("2026-11-23", 23)]
    [InlineData("2026-11-29", 23)]
    [InlineData("2026-11-30", 30)]
    [InlineData(null, 23)]
    public void Any_day_shows_its_week_from_Monday(string? week, int monday) =>
        Assert.Equal(new DateOnly(2026, 11, monday), BookingsAddress.Read(week, null, null).Monday(Today));

    [Fact]
    public void The_present_week_goes_without_saying()
    {
        var address = BookingsAddress.Read("2026-11-30", "list", null);
        Assert.Equal("bookings?view=list", address.In(new DateOnly(2026, 11, 23), Today).ToString());
        Assert.Equal("bookings?week=2026-12-07&view=list", address.In(new DateOnly(2026, 12, 7), Today).ToString());
    }
}
