using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>A list of clients comes out of a spreadsheet, and no half of it.</summary>
public sealed class ImportPageTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int TooLarge = (2 * 1024 * 1024) + 1;

    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone.Dark];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Bad_rows_are_named_and_nothing_is_written_until_the_file_is_mended(Screen screen)
    {
        var desk = await Desk.OpenAsync(App);
        var owner = await OwnerOfAsync(desk, screen);
        await owner.OpenAsync("/clients/import");
        await PictureAsync(owner, screen, "import");
        var (one, two, three) = (Businesses.NextNumber().E164, Businesses.NextNumber().E164, Businesses.NextNumber().E164);
        await ChooseAsync(owner, "clients.csv", $"name,phone,pets,recurring\r\nRobin Vale,{one},Biscuit,yes\r\n,{two},,\r\nSam Oak,{three},,perhaps\r\n");
        await Expect(owner.Page.GetByText("2 rows cannot be imported, so nothing is written.").Last).ToBeVisibleAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "What would happen" })).ToBeFocusedAsync();
        await Expect(Line(owner, 3)).ToContainTextAsync("name A client needs a name.");
        await Expect(Line(owner, 4)).ToContainTextAsync("recurring Write yes or no, or nothing.");
        await Expect(Line(owner, 2)).ToHaveCountAsync(0);
        await owner.Page.GetByLabel("Only problems").UncheckAsync();
        await Expect(Line(owner, 2)).ToContainTextAsync("Will be added");
        await Expect(owner.Page.GetByRole(AriaRole.Button, new() { Name = "Import 1 row" })).ToHaveCountAsync(0);
        await PictureAsync(owner, screen, "import-problems", isWhole: true);
        Assert.DoesNotContain(one[2..], await owner.Page.ContentAsync(), StringComparison.Ordinal);
        await using var db = desk.Db();
        Assert.False(await db.Clients.AnyAsync());

        var mended = $"name,phone,pets,recurring\r\nRobin Vale,{one},Biscuit,yes\r\nKim Lee,{two},,\r\nSam Oak,{three},,no\r\n";
        await ChooseAsync(owner, "clients.csv", mended);
        await Expect(owner.Page.GetByText("3 rows will be added. Nothing is written yet.").Last).ToBeVisibleAsync();
        Assert.False(await db.Clients.AnyAsync());
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Import 3 rows" }).ClickAsync();
        await Expect(owner.Page.GetByText("3 rows imported.").Last).ToBeVisibleAsync();
        await PictureAsync(owner, screen, "import-done", isWhole: true);
        Assert.Equal(["Kim Lee", "Robin Vale", "Sam Oak"], await db.Clients.OrderBy(client => client.Name).Select(client => client.Name).ToListAsync());

        await ChooseAsync(owner, "clients.csv", mended);
        await Expect(owner.Page.GetByText("Everything in this file is here already.").Last).ToBeVisibleAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Button, new() { Name = "Import" })).ToHaveCountAsync(0);
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Clients", Exact = true }).Last.ClickAsync();
        await Expect(owner.Find("[data-client]")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_file_that_is_none_is_told_in_a_sentence_and_a_sample_can_be_had()
    {
        var desk = await Desk.OpenAsync(App);
        var owner = await OwnerOfAsync(desk);
        await owner.OpenAsync("/clients/import");
        await owner.Find("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "clients.csv", MimeType = "text/csv", Buffer = new byte[TooLarge] });
        await Expect(owner.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This file is larger than 2 MB. Take it in pieces.");
        await ChooseAsync(owner, "clients.xlsx", "PK and the rest of a workbook");
        await Expect(owner.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is a workbook, not a CSV file.");

        await owner.Page.GetByText("Calendar", new() { Exact = true }).ClickAsync();
        await owner.Page.GetByText("We read: SUMMARY").ClickAsync();
        await Expect(owner.Page.GetByText("Service and client: “Walk: Robin Vale”")).ToBeVisibleAsync();
        var sample = await owner.Page.RunAndWaitForDownloadAsync(() => owner.Page.GetByRole(AriaRole.Link, new() { Name = "Sample file" }).ClickAsync());
        Assert.Equal("visits.ics", sample.SuggestedFilename);
        Assert.StartsWith("BEGIN:VCALENDAR", await File.ReadAllTextAsync(await sample.PathAsync(), Stop), StringComparison.Ordinal);
        await ChooseAsync(owner, "visits.ics", await File.ReadAllTextAsync(await sample.PathAsync(), Stop));
        await Expect(owner.Find("[data-import-row='1']")).ToContainTextAsync("SUMMARY There is no client of this name.");
    }

    private static ILocator Line(Visitor visitor, int row) => visitor.Find($"[data-import-row='{row}']");

    private static Task ChooseAsync(Visitor visitor, string name, string text) => visitor.Find("input[type=file]").SetInputFilesAsync(
        new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });

    private static async Task PictureAsync(Visitor visitor, Screen screen, string name, bool isWhole = false)
    {
        await visitor.HasSettledAsync();
        if (isWhole)
        {
            await visitor.Find("[data-import-row]").Last.ScrollIntoViewIfNeededAsync();
        }

        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Path("screenshots", $"{name}-{screen}.jpg"), Type = ScreenshotType.Jpeg });
    }
}
