using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Imports;

/// <summary>Files of other programs. It is Wednesday, March 4, 2026, noon in New York; the clocks change on Sunday.</summary>
public sealed class ImportTests(Product product) : IClassFixture<Product>
{
    private const string Clients = "clients", Bookings = "bookings", Visits = "visits";

    [Fact]
    public async Task A_dry_run_shows_what_would_happen_and_writes_nothing()
    {
        var desk = await BookingOffice.OpenAsync(product);
        var (one, two) = (Businesses.NextNumber(), Businesses.NextNumber());
        var file = $"Name,Phone,Pets,Recurring\r\nRobin Vale,{one.E164},\"Biscuit, Waffles\",yes\r\n\r\nCasey Moore,{two.E164},,\r\n";
        var preview = await SentAsync(desk, Clients, file, dryRun: true);
        Assert.Equal("written added skipped refused outcomes", preview.Fields());
        Assert.Equal(("False", "2", "2 added, 4 added"), (preview.Text("written"), preview.Text("added"), Rows(preview)));
        Assert.Empty((await desk.Office.GetAsync("/api/clients")).GetProperty("items").EnumerateArray());

        Assert.Equal("True", (await SentAsync(desk, Clients, file)).Text("written"));
        Assert.Equal("2 skipped, 4 skipped", Rows(await SentAsync(desk, Clients, file)));
        await using var db = desk.Office.Db();
        var robin = await db.Clients.SingleAsync(client => client.Name == "Robin Vale");
        Assert.Equal((2, "Biscuit, Waffles", true), (await db.Clients.CountAsync(), robin.Pets, robin.OwnerSaysRecurring));
    }

    [Fact]
    public async Task One_bad_row_keeps_the_whole_file_out_and_no_row_tells_a_phone()
    {
        var desk = await BookingOffice.OpenAsync(product);
        var (taken, fine) = (Businesses.NextNumber(), Businesses.NextNumber());
        var file = $"""
            name;phone;recurring
            Robin;{taken.E164};
            Casey;{taken.E164};
            ;{fine.E164};
            Sam;12;
            Kim;;
            Lee;{fine.E164};perhaps
            Front;{desk.Office.Business.FrontDesk.E164};
            """;
        var refusal = await (await SendAsync(desk, Clients, file, "text/csv", dryRun: false)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "import_refused");
        Assert.Equal(
            "3 phone, 4 name, 5 phone, 6 phone, 7 recurring, 8 phone",
            string.Join(", ", refusal.GetProperty("outcomes").EnumerateArray().Select(row => $"{row.Text("row")} {row.Text("field")}")));
        Assert.DoesNotContain(taken.E164[2..], refusal.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Office.Business.FrontDesk.E164[2..], refusal.GetRawText(), StringComparison.Ordinal);
        await using var db = desk.Office.Db();
        Assert.Equal((0, 0), (await db.Clients.CountAsync(), await db.Audit.CountAsync(row => row.Action == "import.written" || row.Action == "client.registered")));
    }

    [Fact]
    public async Task Bookings_are_written_with_their_people_and_found_again_also_after_a_move()
    {
        var desk = await BookingOffice.OpenAsync(product);
        var (client, ana) = (await desk.ClientAsync("Robin Vale"), await desk.SitterAsync());
        const string File = """
            client,service,start,end,recurrence,until,sitter,notes
            robin vale,Walk,2026-03-05 10:00,2026-03-05 11:00,weekly,2026-03-19,Ana Silva,The key is under the pot
            Robin Vale,drop-in,3/6/2026 2:30 PM,3/6/2026 3:00 PM,,,,
            """;
        Assert.Equal("2 added, 3 added", Rows(await SentAsync(desk, Bookings, File)));
        await using var db = desk.Office.Db();
        var visits = await db.Visits.OrderBy(visit => visit.StartsAt).ToListAsync();
        Assert.Equal((4, ana, "The key is under the pot", client), (visits.Count, visits[0].SitterId, visits[0].Notes, visits[1].ClientId));
        Assert.Equal((3, new DateTimeOffset(2026, 3, 6, 19, 30, 0, TimeSpan.Zero)), (await db.Windows.CountAsync(), visits[1].StartsAt));

        await desk.MoveAsync(visits[1].BookingId, "2026-03-07T15:00Z", "2026-03-07T16:00Z");
        Assert.Equal("2 skipped, 3 skipped", Rows(await SentAsync(desk, Bookings, File)));
        Assert.Equal(2, await db.Bookings.CountAsync());
    }

    [Fact]
    public async Task Every_bad_booking_names_its_row_and_column()
    {
        var (desk, other) = (await BookingOffice.OpenAsync(product), await BookingOffice.OpenAsync(product));
        await desk.ClientAsync("Robin Vale");
        await other.SitterAsync("Olga Foreign");
        const string File = """
            client,service,start,end,recurrence,until,sitter
            Robin Vale,walk,2026-03-05 10:00,2026-03-05 11:00,,,
            Robin Vale,walk,2026-03-05 10:30,2026-03-05 11:30,,,
            Robin Vale,walk,2026-03-06 11:00,2026-03-06 10:00,,,
            Robin Vale,walk,2026-03-08 02:30,2026-03-08 05:00,,,
            Robin Vale,walk,2026-11-01 00:30,2026-11-01 01:30,,,
            Robin Vale,grooming,2026-03-07 10:00,2026-03-07 11:00,,,
            Robin Vale,walk,2026-03-07 10:00,2026-03-07 11:00,,,Olga Foreign
            Nobody,walk,2026-03-07 10:00,2026-03-07 11:00,,,
            Robin Vale,walk,tomorrow,2026-03-07 11:00,,,
            Robin Vale,walk,2026-03-07 10:00,2026-03-07 11:00,daily,,
            Robin Vale,walk,2026-03-07 10:00,2026-03-07 11:00,,2026-03-01,
            """;
        var report = await SentAsync(desk, Bookings, File, dryRun: true);
        Assert.Equal(
            "2 added, 3 start, 4 end, 5 start, 6 end, 7 service, 8 sitter, 9 client, 10 start, 11 recurrence, 12 until", Rows(report));
        var sentences = report.GetProperty("outcomes").EnumerateArray().Select(row => row.Text("sentence")).ToList();
        Assert.Contains("row 2", sentences[1], StringComparison.Ordinal);
        Assert.Contains("Write 1:30 AM or 3:30 AM.", sentences[3], StringComparison.Ordinal);
        Assert.Contains("UTC-4:00 or UTC-5:00", sentences[4], StringComparison.Ordinal);
        await (await SendAsync(desk, Bookings, File, "text/csv", dryRun: false)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "import_refused");
        await using var db = desk.Office.Db();
        Assert.Equal((0, 0, 0), (await db.Bookings.CountAsync(), await db.Visits.CountAsync(), await db.Windows.CountAsync()));
    }

    [Fact]
    public async Task A_calendar_brings_visits_and_weekly_series_and_its_events_are_known_by_their_ids()
    {
        var desk = await BookingOffice.OpenAsync(product);
        await desk.ClientAsync("Robin Vale");
        var ana = await product.App.HireAsync(desk.Office.Id, Domain.Organizations.Role.Sitter, "Ana Silva");
        var file = Calendar(
            $"UID:one\nSUMMARY:Walk: Robin Vale\nDTSTART;TZID=America/New_York:20260305T100000\nDURATION:PT1H\nDESCRIPTION:Two rounds\nATTENDEE;CN=Ana:mailto:{ana.Email}",
            "UID:two\nSUMMARY:House sitting: Robin Vale\nDTSTART:20260310T140000Z\nDTEND:20260311T140000Z",
            "UID:three\nSUMMARY:drop-in: robin vale\nDTSTART:20260313T090000\nDTEND:20260313T093000\nRRULE:FREQ=WEEKLY;COUNT=3");
        Assert.Equal("1 added, 2 added, 3 added", Rows(await SentAsync(desk, Visits, file)));
        await using var db = desk.Office.Db();
        var visits = await db.Visits.OrderBy(visit => visit.StartsAt).ToListAsync();
        Assert.Equal(
            ["03-05 15:00", "03-10 14:00", "03-13 13:00", "03-20 13:00", "03-27 13:00"],
            visits.Select(visit => visit.StartsAt.ToString("MM-dd HH:mm", null)).ToList());
        Assert.Equal((ana.SitterId, "Two rounds"), (visits[0].SitterId, visits[0].Notes));
        var moved = file.Replace("20260305T100000", "20260306T110000", StringComparison.Ordinal);
        Assert.Equal("1 skipped, 2 skipped, 3 skipped", Rows(await SentAsync(desk, Visits, moved)));
    }

    [Fact]
    public async Task Events_that_are_no_visits_say_why()
    {
        var desk = await BookingOffice.OpenAsync(product);
        await desk.ClientAsync("Robin Vale");
        var file = Calendar(
            "UID:1\nSUMMARY:Dentist\nDTSTART:20260305T100000\nDTEND:20260305T110000",
            "UID:2\nSUMMARY:Walk: Robin Vale\nDTSTART;VALUE=DATE:20260305",
            "UID:3\nSUMMARY:Walk: Robin Vale\nDTSTART:20260305T100000\nDTEND:20260305T110000\nRRULE:FREQ=DAILY",
            "UID:4\nSUMMARY:Walk: Robin Vale\nDTSTART:20260305T100000\nDTEND:20260305T110000\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH",
            "UID:5\nSUMMARY:Walk: Robin Vale\nDTSTART:20260305T100000\nDTEND:20260305T110000\nRRULE:FREQ=WEEKLY\nEXDATE:20260312T100000",
            "UID:6\nSUMMARY:Walk: Robin Vale\nDTSTART;TZID=America/New_York:20260308T023000\nDTEND;TZID=America/New_York:20260308T050000",
            "UID:7\nSUMMARY:Walk: Robin Vale\nDTSTART:20260305T110000\nDTEND:20260305T100000",
            "UID:8\nSUMMARY:Walk: Robin Vale\nDTSTART:20260305T110000\nDTEND:20260305T120000\nATTENDEE:mailto:stranger@example.test");
        Assert.Equal(
            "1 SUMMARY, 2 DTSTART, 3 RRULE, 4 RRULE, 5 EXDATE, 6 DTSTART, 7 DTEND, 8 ATTENDEE", Rows(await SentAsync(desk, Visits, file, dryRun: true)));
        foreach (var nonsense in new[] { "", "nonsense", "BEGIN:VCALENDAR\nEND:VCALENDAR", Calendar("UID:9\nSUMMARY:Walk: Robin Vale\nDTSTART:20269999T999999") })
        {
            Assert.Equal("1", (await SentAsync(desk, Visits, nonsense, dryRun: true)).Text("refused"));
        }
    }

    [Fact]
    public async Task Files_that_are_none_are_refused()
    {
        var desk = await BookingOffice.OpenAsync(product);
        await (await SendAsync(desk, Clients, "{}", "application/json", dryRun: true)).IsProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        await (await SendAsync(desk, Visits, "name,phone", "text/csv", dryRun: true)).IsProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        Assert.Equal("1 phone", Rows(await SentAsync(desk, Clients, "name,telephone\nRobin,1", dryRun: true)));
        Assert.Equal("1 name", Rows(await SentAsync(desk, Clients, "", dryRun: true)));
        Assert.Equal("2 ", Rows(await SentAsync(desk, Clients, "name,phone\n\"Robin,2125550199\nCasey,1", dryRun: true)));
        await (await SendAsync(desk, Clients, new string('x', (2 * 1024 * 1024) + 1), "text/csv", dryRun: true)).IsProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        var many = new StringBuilder("name,phone\n").Insert(11, "Robin,12\n", 501).ToString();
        Assert.Equal("501 ", Rows(await SentAsync(desk, Clients, many, dryRun: true)));
    }

    [Fact]
    public async Task The_same_file_twice_at_once_is_written_once()
    {
        var desk = await BookingOffice.OpenAsync(product);
        await desk.ClientAsync("Robin Vale");
        const string File = "client,service,start,end\nRobin Vale,walk,2026-03-05 10:00,2026-03-05 11:00";
        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SentAsync(desk, Bookings, File)));
        Assert.Equal(1, reports.Count(report => report.Text("added") == "1"));
        await using var db = desk.Office.Db();
        Assert.Equal(1, await db.Bookings.CountAsync());
    }

    private static string Calendar(params string[] events) => string.Join(
        "\r\n", ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", .. events.Select(item => $"BEGIN:VEVENT\nDTSTAMP:20260301T000000Z\n{item}\nEND:VEVENT"), "END:VCALENDAR"])
        .ReplaceLineEndings("\r\n");

    private static async Task<JsonElement> SentAsync(BookingOffice desk, string kind, string file, bool dryRun = false) =>
        await (await SendAsync(desk, kind, file, kind == Visits ? "text/calendar" : "text/csv", dryRun)).JsonAsync();

    private static Task<HttpResponseMessage> SendAsync(BookingOffice desk, string kind, string file, string type, bool dryRun)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        return desk.Office.Http.PostAsync(new Uri($"/api/import/{kind}?dryRun={(dryRun ? "true" : "false")}", UriKind.Relative), content);
    }

    /// <summary>Each row with the column it was refused for, or with what became of it.</summary>
    private static string Rows(JsonElement report) => string.Join(", ", report.GetProperty("outcomes").EnumerateArray().Select(row =>
        $"{row.Text("row")} {(row.Text("result") == "refused" ? row.Text("field") : row.Text("result"))}"));
}
