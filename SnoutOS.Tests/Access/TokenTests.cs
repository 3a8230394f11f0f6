using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Access;

namespace SnoutOS.Tests.Access;

public sealed class TokenTests(AppWithClock product) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private readonly SnoutApp _app = product.App;
    private readonly FakeTimeProvider _clock = product.Clock;
    private Business _business = null!;
    private HttpClient _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _business = await _app.OpenBusinessAsync();
        _owner = await _app.SignedInAsync(_business.OwnerEmail);
    }

    public ValueTask DisposeAsync()
    {
        _owner.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_token_is_shown_once_and_only_its_hash_is_kept()
    {
        var made = await MakeAsync(new { name = "Dashboard", scopes = new[] { "diagnostics:read" } });
        var text = made.GetProperty("token").GetString()!;
        var listed = await (await _owner.GetAsync("/api/tokens")).JsonAsync();
        Assert.Equal("Dashboard", Assert.Single(listed.GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
        Assert.DoesNotContain(text, listed.GetRawText(), StringComparison.Ordinal);

        await using var db = _app.Db(_business.OrganizationId);
        var row = await db.AccessTokens.SingleAsync(token => token.Kind == TokenKind.Personal);
        Assert.Equal(TokenText.HashOf(text), row.Hash);
        Assert.Equal(text[..14], row.Prefix);
    }

    [Fact]
    public async Task A_revoked_token_is_dead_within_a_minute()
    {
        var made = await MakeAsync(new { name = "Old laptop" });
        using var holder = Holding(made);
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _owner.DeleteAsync($"/api/tokens/{made.GetProperty("id").GetGuid()}")).StatusCode);
        await AssertDeadAsync(holder);
        await (await _owner.DeleteAsync($"/api/tokens/{made.GetProperty("id").GetGuid()}")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task An_expired_token_is_dead_at_once()
    {
        var made = await MakeAsync(new { name = "Short", expiresAt = _clock.GetUtcNow().AddMinutes(5) });
        using var holder = Holding(made);
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/me")).StatusCode);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task A_lock_out_ends_what_was_signed_in_and_suspends_personal_tokens()
    {
        using var holder = Holding(await MakeAsync(new { name = "Cron job" }));
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/me")).StatusCode);
        using var guesser = _app.Anonymous();
        for (var guess = 0; guess < 5; guess++)
        {
            await guesser.PostAsJsonAsync("/api/auth/login", new { email = _business.OwnerEmail, password = "not-the-password" });
        }

        _clock.Advance(AMinute);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _owner.GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/me")).StatusCode);
        _clock.Advance(LockOut.Duration);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _owner.GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task Another_node_disabling_the_user_kills_tokens_within_a_minute()
    {
        Assert.Equal(HttpStatusCode.OK, (await _owner.GetAsync("/api/me")).StatusCode);
        await using (var db = _app.Db(_business.OrganizationId))
        {
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.LockoutEnd, DateTimeOffset.MaxValue));
        }

        await AssertDeadAsync(_owner);
    }

    [Fact]
    public async Task Tokens_belong_to_their_user_alone()
    {
        var made = await MakeAsync(new { name = "Mine" });
        var other = await _app.OpenBusinessAsync("Other Paws");
        var ana = await _app.HireAsync(_business.OrganizationId, Role.Sitter, "Ana Silva");
        foreach (var stranger in new[] { other.OwnerEmail, ana.Email })
        {
            using var client = await _app.SignedInAsync(stranger);
            await (await client.DeleteAsync($"/api/tokens/{made.GetProperty("id").GetGuid()}")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
            Assert.Empty((await (await client.GetAsync("/api/tokens")).JsonAsync()).GetProperty("items").EnumerateArray());
        }

        using var holder = Holding(made);
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task A_narrow_token_opens_nothing_else()
    {
        using var holder = Holding(await MakeAsync(new { name = "Dashboard", scopes = new[] { "diagnostics:read" } }));
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/me")).StatusCode);
        await (await holder.GetAsync("/api/tokens")).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await holder.PostAsJsonAsync("/api/tokens", new { name = "More" })).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":"x","scopes":[]}""")]
    [InlineData("""{"name":"x","scopes":["everything"]}""")]
    [InlineData("""{"name":"x","expiresAt":"2026-12-01T17:00:00Z"}""")]
    [InlineData("""{"name":"x","expiresAt":"2026-03-04T16:00:00Z"}""")]
    [InlineData("""{"name":"x","expiresAt":"2026-03-25T16:00:00"}""")]
    public async Task A_token_without_name_or_end_or_with_an_unknown_scope_is_refused(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await (await _owner.PostAsync("/api/tokens", content)).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer snout_abcdefgh_0123456789012345678901234567890123456789012")]
    [InlineData("Basic b3duZXI6cGFzc3dvcmQ=")]
    [InlineData("Bearer")]
    public async Task What_is_no_token_is_401_in_JSON(string header)
    {
        using var client = _app.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        var answer = await client.GetAsync("/api/me");
        await answer.IsProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Use_is_noted_to_the_minute()
    {
        using var holder = Holding(await MakeAsync(new { name = "Watched" }));
        await holder.GetAsync("/api/me");
        var first = await LastUseAsync();
        _clock.Advance(TimeSpan.FromSeconds(40));
        await holder.GetAsync("/api/me");
        Assert.Equal(first, await LastUseAsync());
        _clock.Advance(TimeSpan.FromSeconds(40));
        await holder.GetAsync("/api/me");
        Assert.Equal(_clock.GetUtcNow(), await LastUseAsync());
    }

    private async Task<DateTimeOffset?> LastUseAsync()
    {
        await using var db = _app.Db(_business.OrganizationId);
        return await db.AccessTokens.Where(token => token.Kind == TokenKind.Personal).Select(token => token.LastUsedAt).SingleAsync();
    }

    private async Task AssertDeadAsync(HttpClient holder)
    {
        _clock.Advance(AMinute);
        await (await holder.GetAsync("/api/me")).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    private async Task<JsonElement> MakeAsync(object request)
    {
        var answer = await _owner.PostAsJsonAsync("/api/tokens", request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.JsonAsync();
    }

    private HttpClient Holding(JsonElement made)
    {
        var client = _app.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.GetProperty("token").GetString());
        return client;
    }
}
