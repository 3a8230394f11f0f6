using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Api;

namespace SnoutOS.Tests.Api;

public sealed class ApiManners
{
    [Fact]
    public async Task An_address_that_does_not_exist_is_a_problem_with_a_code()
    {
        await using var app = await SnoutApp.StartAsync();
        using var client = app.Anonymous();
        var answer = await client.GetAsync("/api/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(Problems.MediaType, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("not_found", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z")]
    [InlineData("2026-03-01T09:30:00.1234567+02:00", "2026-03-01T07:30:00.123456Z")]
    [InlineData("2026-03-01T09:30:00.5-05:30", "2026-03-01T15:00:00.5Z")]
    public void Times_are_read_with_any_offset_and_written_in_UTC(string text, string expected)
    {
        Assert.True(Instants.TryParse(text, out var instant));
        Assert.Equal(expected, Instants.Format(instant));
    }

    [Theory]
    [InlineData("2026-03-01T09:30:00")]
    [InlineData("2026-03-01")]
    [InlineData("2026-02-30T09:30:00Z")]
    [InlineData("tomorrow")]
    [InlineData("2026-03-01T09:30:00Z\n")]
    public void A_time_without_an_offset_is_refused(string text) => Assert.False(Instants.TryParse(text, out _));
}
