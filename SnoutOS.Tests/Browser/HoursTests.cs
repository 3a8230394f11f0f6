using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>When the office is open, as its owner types it.</summary>
public sealed class HoursTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Hours_are_kept_as_they_were_typed()
    {
        var desk = await Desk.OpenAsync(App);
        var owner = await OwnerOfAsync(desk);
        await owner.OpenAsync("/settings");
        await owner.Page.GetByLabel("Monday", new() { Exact = true }).CheckAsync();
        await owner.Page.GetByLabel("Monday opens").FillAsync("09:30");
        await owner.Page.GetByLabel("Monday closes").FillAsync("17:15");
        await owner.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Save hours" }).ClickAsync();
        await Expect(owner.Page.GetByText("Saved.")).ToBeVisibleAsync();
        await using var db = desk.Db();
        var monday = await db.BusinessHours.SingleAsync(Stop);
        Assert.Equal((new TimeOnly(9, 30), new TimeOnly(17, 15)), (monday.Opens, monday.Closes));
    }
}
