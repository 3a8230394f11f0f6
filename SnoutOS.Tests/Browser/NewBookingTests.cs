using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.Bookings;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>Booking by the dialog, and what it objects to.</summary>
public sealed class NewBookingTests(Chromium chromium) : BrowserTest(chromium)
{
    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone.Dark];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_business_makes_its_first_booking_which_is_weekly(Screen screen)
    {
        var desk = await BookingDesk.OpenAsync(App);
        await desk.HireAsync("Ana Silva");
        var olivia = await OwnerOfAsync(desk.Desk, screen);
        await olivia.OpenAsync(desk.Week());
        await Expect(olivia.Page.GetByText("First, your clients")).ToBeVisibleAsync();
        await PictureAsync(olivia, screen, "bookings-no-clients");
        await desk.AddClientAsync("Maya Lindqvist", "Biscuit and Waffles");
        await desk.AddClientAsync("Theo Grant", "Pickles");
        await Expect(olivia.Page.GetByText("No bookings yet")).ToBeVisibleAsync();
        await PictureAsync(olivia, screen, "bookings-empty");

        await olivia.Page.GetByRole(AriaRole.Button, new() { Name = "New booking" }).ClickAsync();
        await olivia.Dialog().GetByLabel("Client", new() { Exact = true }).FillAsync("biscuit");
        await Expect(olivia.Find("#booking-clients [role=option]")).ToHaveTextAsync(["Maya Lindqvist, Biscuit and Waffles"]);
        await PictureAsync(olivia, screen, "booking-client");
        await olivia.KeysAsync("Enter");
        await Expect(olivia.Dialog().GetByLabel("Client", new() { Exact = true })).ToHaveValueAsync("Maya Lindqvist");
        await olivia.Dialog().GetByLabel("Service").SelectOptionAsync("Walk");
        await olivia.Dialog().GetByLabel("Start day").FillAsync(BookingDesk.Iso(desk.Tomorrow));
        await olivia.Dialog().GetByLabel("Start time").FillAsync("16:00");
        await Expect(olivia.Dialog().GetByLabel("End time")).ToHaveValueAsync("16:30");
        await olivia.Dialog().GetByText("Weekly", new() { Exact = true }).ClickAsync();
        await olivia.Dialog().GetByLabel("Sitter", new() { Exact = true }).SelectOptionAsync("Ana Silva");
        await olivia.Dialog().GetByLabel("Notes").FillAsync("Treats in the blue tin.");
        await PictureAsync(olivia, screen, "booking-new");
        await olivia.PressAsync("Book it");
        await Expect(olivia.Visit("Maya")).ToContainTextAsync("4:00–4:30 PM");
        await olivia.Visit("Maya").ClickAsync();
        await Expect(olivia.Dialog()).ToContainTextAsync("Treats in the blue tin.");
        await PictureAsync(olivia, screen, "visit-card");

        await using var db = desk.Desk.Db();
        var booking = await db.Bookings.SingleAsync(Stop);
        Assert.Equal((Recurrence.Weekly, "walk"), (booking.Recurrence, booking.ServiceCode));
        Assert.True(await db.Visits.CountAsync(visit => visit.SitterId != null, Stop) >= 8);
    }

    [Fact]
    public async Task What_cannot_be_is_told_at_the_field_and_a_time_that_comes_twice_is_asked_about()
    {
        var desk = await BookingDesk.OpenAsync(App);
        await desk.AddClientAsync("Maya Lindqvist");
        var olivia = await OwnerOfAsync(desk.Desk);
        await olivia.OpenAsync(desk.Week());
        await olivia.Page.GetByRole(AriaRole.Button, new() { Name = "New booking" }).ClickAsync();
        await olivia.Dialog().GetByLabel("Service").SelectOptionAsync("House sitting");
        await olivia.Dialog().GetByLabel("Client", new() { Exact = true }).FillAsync("Nobody");
        await Expect(olivia.Dialog()).ToContainTextAsync("Nobody by that name.");
        await olivia.PressAsync("Book it");
        await Expect(olivia.Dialog().GetByRole(AriaRole.Alert)).ToHaveTextAsync("Pick a client from the list.");
        await olivia.Dialog().GetByLabel("Client", new() { Exact = true }).FillAsync("Maya");
        await olivia.Find("#booking-clients [role=option]").ClickAsync();

        await olivia.Dialog().GetByLabel("End time").FillAsync("06:00");
        await olivia.Dialog().GetByLabel("Start time").FocusAsync();
        await olivia.PressAsync("Book it");
        await Expect(olivia.Dialog().GetByRole(AriaRole.Group, new() { Name = "Ends" }).GetByRole(AriaRole.Alert)).ToHaveTextAsync("A visit ends after it starts.");

        var day = ClocksGoBack(desk.Tomorrow);
        await olivia.Dialog().GetByLabel("Start day").FillAsync(BookingDesk.Iso(day));
        await olivia.Dialog().GetByLabel("Start time").FillAsync("01:30");
        await olivia.Dialog().GetByLabel("End day").FillAsync(BookingDesk.Iso(day));
        await olivia.Dialog().GetByLabel("End time").FillAsync("03:00");
        await olivia.PressAsync("Book it");
        var starts = olivia.Dialog().GetByRole(AriaRole.Group, new() { Name = "Starts" });
        await Expect(starts.GetByRole(AriaRole.Alert)).ToContainTextAsync("1:30 AM comes twice");
        await PictureAsync(olivia, Screen.Desktop, "booking-twice");
        await starts.GetByRole(AriaRole.Button, new() { Name = "1:30 AM, after they went back" }).ClickAsync();
        await Expect(olivia.Visit("Maya")).ToContainTextAsync("1:30–3:00 AM");

        await using var db = desk.Desk.Db();
        var visit = await db.Visits.SingleAsync(Stop);
        Assert.Equal(TimeSpan.FromMinutes(90), visit.EndsAt - visit.StartsAt);
        Assert.Equal(new TimeSpan(6, 30, 0), visit.StartsAt.UtcDateTime.TimeOfDay);
    }

    private static DateOnly ClocksGoBack(DateOnly from)
    {
        var day = from;
        while (!BookingDesk.Zone.IsAmbiguousTime(day.ToDateTime(new TimeOnly(1, 30))))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static async Task PictureAsync(Visitor visitor, Screen screen, string name)
    {
        await visitor.HasSettledAsync();
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Path("screenshots", $"{name}-{screen}.jpg"), Type = ScreenshotType.Jpeg });
    }
}
