using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Notices;

public sealed class NoticesApiTests(Product product) : IClassFixture<Product>
{
    private const string Notices = "/api/notices";
    private const string Hours = "/api/business-hours";

    [Fact]
    public async Task Notices_are_listed_with_exactly_what_would_be_sent()
    {
        var office = await product.OpenOfficeAsync();
        var items = (await office.GetAsync(Notices)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal("pool_mismatch after_hours client_blocked voice_answer", string.Join(' ', items.Select(item => item.GetProperty("kind").GetString())));
        Assert.Equal("kind text usual on preview segments", items[0].Fields());
        var preview = items[0].GetProperty("preview").GetString()!;
        Assert.Contains("This is Happy Tails.", preview, StringComparison.Ordinal);
        Assert.Contains(PhoneNumberReader.Whole(office.Business.FrontDesk), preview, StringComparison.Ordinal);
        Assert.All(items, item => Assert.True(item.GetProperty("usual").GetBoolean() && item.GetProperty("on").GetBoolean()));
        Assert.Equal([1, 1, 1, 0], items.Select(item => Math.Min(1, item.GetProperty("segments").GetInt32())));
    }

    [Fact]
    public async Task A_business_has_words_of_its_own_and_goes_back_to_the_usual_ones()
    {
        var office = await product.OpenOfficeAsync();
        var own = await PutAsync(office, new { kind = "after_hours", text = " {business} sleeps. 🐶 ", on = true });
        Assert.Equal(("{business} sleeps. 🐶", "Happy Tails sleeps. 🐶", false), (
            own.GetProperty("text").GetString(), own.GetProperty("preview").GetString(), own.GetProperty("usual").GetBoolean()));

        var off = await PutAsync(office, new { kind = "after_hours", text = "", on = false });
        Assert.Equal((true, false), (off.GetProperty("usual").GetBoolean(), off.GetProperty("on").GetBoolean()));
        var audited = (await office.GetAsync("/api/audit?type=notice.changed")).GetProperty("items").EnumerateArray();
        Assert.Equal("off on", string.Join(' ', audited.Select(entry => entry.GetProperty("types")[0].GetString())));
    }

    [Theory]
    [InlineData("after_hours", "Dear {client}, {business} is closed.", true, "unknown_placeholder")]
    [InlineData("after_hours", "We are closed.", true, "business_missing")]
    [InlineData("pool_mismatch", "This is {business}. Wrong number.", true, "front_desk_missing")]
    [InlineData("voice_answer", null, false, "always_on")]
    public async Task Words_that_do_not_say_who_and_where_are_refused(string kind, string? text, bool on, string code)
    {
        var office = await product.OpenOfficeAsync();
        await (await office.Http.PutAsJsonAsync(Notices, new { kind, text, on })).IsProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_text_that_becomes_too_long_when_it_is_filled_in_is_refused()
    {
        var office = await product.OpenOfficeAsync();
        var text = new string('a', 1590) + "{business}";
        await (await office.Http.PutAsJsonAsync(Notices, new { kind = "after_hours", text, on = true })).IsProblemAsync(HttpStatusCode.BadRequest, "text_too_long");
        await (await office.Http.PutAsJsonAsync(Notices, new { kind = "birthday", on = true })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task Notices_of_one_business_are_not_anothers()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        await PutAsync(office, new { kind = "after_hours", text = "{business} is on the moon.", on = true });
        Assert.DoesNotContain("moon", (await other.GetAsync(Notices)).ToString(), StringComparison.Ordinal);
        using var sitter = await office.HireAsync(Role.Sitter, "Ana Silva");
        await (await sitter.GetAsync(Notices)).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task The_week_is_replaced_as_a_whole_and_shown_from_Monday()
    {
        var office = await product.OpenOfficeAsync();
        Assert.True((await office.GetAsync(Hours)).GetProperty("openNow").GetBoolean());

        var first = await PutHoursAsync(office, new { day = "sunday", opens = "20:00", closes = "02:00" }, new { day = "monday", opens = "08:00", closes = "18:00" });
        Assert.Equal(("America/New_York", false), (first.GetProperty("timeZone").GetString(), first.GetProperty("openNow").GetBoolean()));
        Assert.Equal("monday 08:00 18:00, sunday 20:00 02:00", DaysOf(first));

        // The clock stands at a Wednesday noon.
        var second = await PutHoursAsync(office, new { day = "wednesday", opens = "11:00", closes = "13:00" }, new { day = "monday", opens = "09:00", closes = "18:00" });
        Assert.Equal("monday 09:00 18:00, wednesday 11:00 13:00", DaysOf(second));
        Assert.True(second.GetProperty("openNow").GetBoolean());
        Assert.Empty((await PutHoursAsync(office)).GetProperty("days").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"days":[{"day":"monday","opens":"8am","closes":"18:00"}]}""", "invalid_time")]
    [InlineData("""{"days":[{"day":"monday","opens":"08:00","closes":"24:00"}]}""", "invalid_time")]
    [InlineData("""{"days":[{"day":"monday","opens":"08:00"}]}""", "invalid_time")]
    [InlineData("""{"days":[null]}""", "invalid_time")]
    [InlineData("""{"days":[{"opens":"08:00","closes":"18:00"}]}""", "invalid_request")]
    [InlineData("""{"days":[{"day":"someday","opens":"08:00","closes":"18:00"}]}""", "invalid_request")]
    [InlineData("""{"days":[{"day":"monday","opens":"08:00","closes":"12:00"},{"day":"monday","opens":"13:00","closes":"18:00"}]}""", "duplicate_day")]
    [InlineData("{}", "invalid_request")]
    public async Task Hours_that_cannot_be_are_refused(string json, string code)
    {
        var office = await product.OpenOfficeAsync();
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        await (await office.Http.PutAsync(Hours, body)).IsProblemAsync(HttpStatusCode.BadRequest, code);
    }

    private static string DaysOf(JsonElement week) => string.Join(", ", week.GetProperty("days").EnumerateArray()
        .Select(day => string.Join(' ', day.EnumerateObject().Select(field => field.Value.GetString()))));

    private static Task<JsonElement> PutHoursAsync(Office office, params object[] days) => PutAsync(office, new { days }, Hours);

    private static async Task<JsonElement> PutAsync(Office office, object body, string path = Notices)
    {
        var answer = await office.Http.PutAsJsonAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
