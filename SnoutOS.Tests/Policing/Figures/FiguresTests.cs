using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing.Figures;

/// <summary>The figures over the API, of messages that went the product's own way.</summary>
public sealed class FiguresTests(Product product) : IClassFixture<Product>
{
    private const string Figures = "/api/anti-poaching/figures";

    [Fact]
    public async Task A_new_business_reads_complete_zeros()
    {
        var office = await product.OpenOfficeAsync();
        var report = await office.GetAsync(Figures);
        Assert.Equal("generatedAt from total outcomes falseAlarms medianSecondsToDecision weeks types sitters spike strikes waiting", report.Fields());
        Assert.Equal("""{"wrong":0,"decided":0,"rate":null,"low":null,"high":null}""", report.GetProperty("falseAlarms").GetRawText());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("medianSecondsToDecision").ValueKind);
        Assert.Equal(13, report.GetProperty("weeks").GetArrayLength());
        Assert.Equal(
            "phone_number email url social_handle off_platform_payment solicitation",
            string.Join(' ', report.GetProperty("types").EnumerateArray().Select(row => row.Text("type"))));
        Assert.Equal("""{"now":0,"expected":0,"isSpike":false}""", report.GetProperty("spike").GetRawText());
        Assert.Equal("""{"count":0,"threadId":null}""", report.GetProperty("waiting").GetRawText());
    }

    [Fact]
    public async Task What_was_held_back_and_what_became_of_it_is_counted()
    {
        var day = await PolicedDay.OpenAsync(product);
        var other = await product.OpenOfficeAsync();
        await DecideAsync(day);
        await day.AttemptAsync("jane@example.com");
        await day.TextAsync("Call me on 212-555-0145, please");

        var report = await day.Office.GetAsync(Figures);
        Assert.Equal((4, 1, 0), Counts(report.GetProperty("total")));
        Assert.Equal("""{"open":1,"sentAnyway":1,"keptBack":1,"falseAlarm":1}""", report.GetProperty("outcomes").GetRawText());
        Assert.Equal((2, 3), (report.GetProperty("falseAlarms").GetProperty("wrong").GetInt32(), report.GetProperty("falseAlarms").GetProperty("decided").GetInt32()));
        Assert.Equal(120, report.GetProperty("medianSecondsToDecision").GetDouble());
        Assert.Equal((4, 1, 0), Counts(report.GetProperty("weeks")[12].GetProperty("counts")));
        Assert.All(report.GetProperty("weeks").EnumerateArray().Take(12), week => Assert.Equal((0, 0, 0), Counts(week.GetProperty("counts"))));
        Assert.Equal([(3, 1, 0), (1, 0, 0)], report.GetProperty("types").EnumerateArray().Take(2).Select(row => Counts(row.GetProperty("counts"))));
        Assert.Equal("Ana Silva|", string.Join('|', report.GetProperty("sitters").EnumerateArray().Select(row => row.Text("name"))));
        var strike = Assert.Single(report.GetProperty("strikes").EnumerateArray());
        Assert.Equal((day.Ana.SitterId, 1, day.Thread), (strike.GetProperty("sitterId").GetGuid(), strike.GetProperty("strikes").GetInt32(), strike.GetProperty("lastThreadId").GetGuid()));
        Assert.Equal((1, day.Thread), (report.GetProperty("waiting").GetProperty("count").GetInt32(), report.GetProperty("waiting").GetProperty("threadId").GetGuid()));
        Assert.DoesNotContain("555", report.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), Counts((await other.GetAsync(Figures)).GetProperty("total")));
    }

    [Fact]
    public async Task They_can_be_narrowed_to_a_sitter_a_type_and_some_weeks()
    {
        var day = await PolicedDay.OpenAsync(product);
        await day.AttemptAsync();
        await day.AttemptAsync("jane@example.com");
        await day.TextAsync("Call me on 212-555-0145, please");
        Assert.Equal((2, 0, 0), Counts((await day.Office.GetAsync($"{Figures}?sitter={day.Ana.SitterId}")).GetProperty("total")));
        Assert.Equal((1, 0, 0), Counts((await day.Office.GetAsync($"{Figures}?type=email")).GetProperty("total")));
        Assert.Equal((0, 0, 0), Counts((await day.Office.GetAsync($"{Figures}?sitter={day.Office.Id}")).GetProperty("total")));
        await AgeAsync(day, days: 14);
        Assert.Equal((0, 0, 0), Counts((await day.Office.GetAsync($"{Figures}?weeks=2")).GetProperty("total")));
        Assert.Equal((2, 1, 0), Counts((await day.Office.GetAsync($"{Figures}?weeks=3")).GetProperty("total")));
    }

    [Fact]
    public async Task A_sitter_who_is_paused_stays_on_the_list_and_five_at_once_are_a_spike()
    {
        var day = await PolicedDay.OpenAsync(product);
        await day.AttemptAsync();
        await day.AttemptAsync();
        await day.StrikesAsync(2);
        Assert.False((await day.Office.GetAsync(Figures)).GetProperty("spike").GetProperty("isSpike").GetBoolean());
        await day.AttemptAsync();
        var report = await day.Office.GetAsync(Figures);
        Assert.Equal("""{"now":5,"expected":0,"isSpike":true}""", report.GetProperty("spike").GetRawText());
        var paused = Assert.Single(report.GetProperty("strikes").EnumerateArray());
        Assert.Equal(("locked", "True", 3), (paused.Text("status"), paused.Text("isPausedByStrikes"), paused.GetProperty("strikes").GetInt32()));
        await AgeAsync(day, days: 40);
        paused = Assert.Single((await day.Office.GetAsync(Figures)).GetProperty("strikes").EnumerateArray());
        Assert.Equal((0, day.Thread), (paused.GetProperty("strikes").GetInt32(), paused.GetProperty("lastThreadId").GetGuid()));
    }

    [Theory]
    [InlineData("weeks=0", "invalid_weeks")]
    [InlineData("weeks=54", "invalid_weeks")]
    [InlineData("weeks=some", "invalid_weeks")]
    [InlineData("sitter=ana", "invalid_sitter")]
    [InlineData("type=phones", "invalid_type")]
    [InlineData("type=PhoneNumber", "invalid_type")]
    public async Task What_cannot_be_counted_is_refused(string query, string code)
    {
        var office = await product.OpenOfficeAsync();
        await (await office.Http.GetAsync($"{Figures}?{query}")).IsProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Admins_read_them_sitters_do_not()
    {
        var office = await product.OpenOfficeAsync();
        using var admin = await office.HireAsync(Role.Admin, "Adam Reyes");
        using var sitter = await office.HireAsync(Role.Sitter, "Ana Silva");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(Figures)).StatusCode);
        await (await sitter.GetAsync(Figures)).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    /// <summary>One is sent anyway after a minute, one kept back after two, one a false alarm after three.</summary>
    internal static async Task DecideAsync(PolicedDay day)
    {
        var (one, two, three) = (await day.AttemptAsync(), await day.AttemptAsync(), await day.AttemptAsync());
        day.Product.Clock.Advance(TimeSpan.FromSeconds(58));
        (await day.ForceAsync(one)).EnsureSuccessStatusCode();
        day.Product.Clock.Advance(TimeSpan.FromSeconds(61));
        (await day.DismissAsync(two)).EnsureSuccessStatusCode();
        day.Product.Clock.Advance(TimeSpan.FromSeconds(61));
        (await day.DismissAsync(three, falsePositive: true)).EnsureSuccessStatusCode();
    }

    /// <summary>As if everything that was found had been written so many days earlier.</summary>
    private static Task AgeAsync(PolicedDay day, int days) => day.Office.ChangeAsync(async db =>
    {
        foreach (var violation in await db.Violations.ToListAsync())
        {
            db.Entry(violation).Property(row => row.At).CurrentValue = violation.At.AddDays(-days);
        }
    });

    private static (int Blocked, int Masked, int Flagged) Counts(JsonElement counts) =>
        (counts.GetProperty("blocked").GetInt32(), counts.GetProperty("masked").GetInt32(), counts.GetProperty("flagged").GetInt32());
}
