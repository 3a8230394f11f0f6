using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Tests.Windows;

public sealed class WindowSpanTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Microsecond = TimeSpan.FromTicks(TimeSpan.TicksPerMicrosecond);

    [Theory]
    [InlineData("walk", 60, 60)]
    [InlineData("drop_in", 60, 60)]
    [InlineData("pet_taxi", 60, 60)]
    [InlineData("house_sitting", 120, 120)]
    [InlineData("24_7_care", 120, 120)]
    public void A_service_begins_with_its_usual_buffers(string code, int before, int after)
    {
        var service = ServiceList.Usual(Guid.CreateVersion7(Noon)).Single(row => row.Code == code);
        var span = WindowSpan.Around(new VisitSpan(Noon, Noon.AddHours(1)), service);
        Assert.Equal((Noon.AddMinutes(-before), Noon.AddHours(1).AddMinutes(after)), (span.OpensAt, span.ClosesAt));
    }

    [Fact]
    public void A_window_holds_its_first_instant_and_not_its_last()
    {
        var span = new WindowSpan(Noon, Noon.AddHours(3));
        Assert.Equal((false, true), (span.Contains(Noon - Microsecond), span.Contains(Noon)));
        Assert.Equal((true, false), (span.Contains(Noon.AddHours(3) - Microsecond), span.Contains(Noon.AddHours(3))));
    }

    [Fact]
    public void Buffers_are_elapsed_time_where_the_clock_is_changed()
    {
        // 03:15 to 04:00 in New York on the day that goes from 02:00 to 03:00: an hour before is 01:15 on the wall.
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var visit = WallTime.Resolve(zone, new DateTime(2026, 3, 8, 3, 15, 0), new DateTime(2026, 3, 8, 4, 0, 0));
        var span = WindowSpan.Around(visit, new Service { PreBufferMinutes = 60, PostBufferMinutes = 60 });
        Assert.Equal(new DateTime(2026, 3, 8, 1, 15, 0), TimeZoneInfo.ConvertTime(span.OpensAt, zone).DateTime);
        Assert.Equal(visit.StartsAt - TimeSpan.FromHours(1), span.OpensAt);
    }

    [Theory]
    // Neither has begun; both under way with the same opening; the past would be another.
    [InlineData(1, 3, 2, 5, true)]
    [InlineData(-1, 3, -1, 1, true)]
    [InlineData(-1, 3, 1, 3, false)]
    [InlineData(1, 3, -1, 3, false)]
    [InlineData(-4, -1, -4, 2, false)]
    [InlineData(-4, -1, -4, -1, true)]
    // What opens, closed or opens elsewhere in this very instant was open to whoever wrote in it.
    [InlineData(0, 3, 1, 3, false)]
    [InlineData(0, 3, 0, 5, true)]
    [InlineData(-4, 0, -4, 2, false)]
    public void One_window_takes_anothers_place_only_if_the_past_stays_as_it_was(int opens, int closes, int otherOpens, int otherCloses, bool agree)
    {
        var (one, other) = (new WindowSpan(Noon.AddHours(opens), Noon.AddHours(closes)), new WindowSpan(Noon.AddHours(otherOpens), Noon.AddHours(otherCloses)));
        Assert.Equal((agree, agree), (one.AgreesUntil(Noon, other), other.AgreesUntil(Noon, one)));
    }
}
