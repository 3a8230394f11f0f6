using System.Net;
using System.Net.Http.Json;
using SnoutOS.Domain.Organizations;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Access;

public sealed class ApiSignInTests(AppWithClock product) : IClassFixture<AppWithClock>
{
    private readonly SnoutApp _app = product.App;

    [Fact]
    public async Task A_right_password_gives_a_token_that_says_who_you_are()
    {
        var business = await _app.OpenBusinessAsync("Happy Tails");
        using var client = _app.Anonymous();
        var answer = await (await LogInAsync(client, business.OwnerEmail.ToUpperInvariant(), SnoutApp.Password)).JsonAsync();
        Assert.Equal("Bearer", answer.GetProperty("tokenType").GetString());
        Assert.Equal(12 * 60 * 60, answer.GetProperty("expiresIn").GetInt32());
        Assert.Matches("^snout_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$", answer.GetProperty("accessToken").GetString()!);

        client.DefaultRequestHeaders.Authorization = new("Bearer", answer.GetProperty("accessToken").GetString());
        var me = await (await client.GetAsync("/api/me")).JsonAsync();
        Assert.Equal(business.OwnerId, me.GetProperty("id").GetGuid());
        Assert.Equal("owner", me.GetProperty("role").GetString());
        Assert.Equal("Happy Tails", me.GetProperty("organization").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_address_and_a_locked_account_are_one_answer()
    {
        var business = await _app.OpenBusinessAsync();
        using var client = _app.Anonymous();
        var unknown = await RefusalAsync(client, "nobody@example.test");
        var wrong = await RefusalAsync(client, business.OwnerEmail);
        for (var more = 0; more < 4; more++)
        {
            await RefusalAsync(client, business.OwnerEmail);
        }

        var locked = await LogInAsync(client, business.OwnerEmail, SnoutApp.Password);
        Assert.Equal(unknown, wrong);
        Assert.Equal(unknown, await locked.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_for_fifteen_minutes_and_no_longer()
    {
        var business = await _app.OpenBusinessAsync();
        using var client = _app.Anonymous();
        for (var guess = 0; guess < 4; guess++)
        {
            await RefusalAsync(client, business.OwnerEmail);
        }

        (await LogInAsync(client, business.OwnerEmail, SnoutApp.Password)).EnsureSuccessStatusCode();
        for (var guess = 0; guess < 5; guess++)
        {
            await RefusalAsync(client, business.OwnerEmail);
        }

        product.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync(client, business.OwnerEmail, SnoutApp.Password)).StatusCode);
        product.Clock.Advance(TimeSpan.FromSeconds(2));
        (await LogInAsync(client, business.OwnerEmail, SnoutApp.Password)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_are_counted_one_by_one()
    {
        var business = await _app.OpenBusinessAsync();
        using var client = _app.Anonymous();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => LogInAsync(client, business.OwnerEmail, "not-the-password")));
        var answer = await LogInAsync(client, business.OwnerEmail, SnoutApp.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_sitter_is_told_which_sitter_they_are()
    {
        var business = await _app.OpenBusinessAsync();
        var ana = await _app.HireAsync(business.OrganizationId, Role.Sitter, "Ana Silva");
        using var client = await _app.SignedInAsync(ana.Email);
        var me = await (await client.GetAsync("/api/me")).JsonAsync();
        Assert.Equal(ana.SitterId, me.GetProperty("sitterId").GetGuid());
    }

    [Theory]
    [InlineData("""{"email":"a@example.test"}""")]
    [InlineData("""{"email":null,"password":null}""")]
    [InlineData("""{"email":1,"password":[]}""")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task A_sign_in_that_makes_no_sense_is_an_invalid_request(string body)
    {
        using var client = _app.Anonymous();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await (await client.PostAsync("/api/auth/login", content)).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task The_eleventh_sign_in_of_a_minute_is_told_to_wait()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Settings = { ["RateLimits:Enabled"] = "true" } });
        using var client = app.Anonymous();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync(client, "nobody@example.test", "whatever-it-was")).StatusCode);
        }

        var answer = await LogInAsync(client, "nobody@example.test", "whatever-it-was");
        await answer.IsProblemAsync(HttpStatusCode.TooManyRequests, "rate_limited");
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    private static Task<HttpResponseMessage> LogInAsync(HttpClient client, string email, string password) =>
        client.PostAsJsonAsync("/api/auth/login", new { email, password });

    private static async Task<string> RefusalAsync(HttpClient client, string email)
    {
        var answer = await LogInAsync(client, email, "not-the-password");
        await answer.Content.LoadIntoBufferAsync();
        await answer.IsProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");
        return await answer.Content.ReadAsStringAsync();
    }
}
