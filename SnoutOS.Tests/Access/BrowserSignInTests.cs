using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Rollout;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Access;

namespace SnoutOS.Tests.Access;

public sealed class BrowserSignInTests(AppWithClock product) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private readonly SnoutApp _app = product.App;
    private Business _business = null!;

    public async ValueTask InitializeAsync() => _business = await _app.OpenBusinessAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_owner_signs_in_and_lands_on_the_messages()
    {
        using var browser = _app.Anonymous();
        var answer = await browser.SignInAsync(_business.OwnerEmail, SnoutApp.Password);
        Assert.Equal("/messages", answer.Headers.Location?.PathAndQuery());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), line => line.StartsWith("snout=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_page_asks_a_stranger_to_sign_in_and_brings_them_back()
    {
        using var browser = _app.Anonymous();
        var turnedAway = await browser.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, turnedAway.StatusCode);
        Assert.Equal("/login?returnUrl=%2Faccount", turnedAway.Headers.Location?.PathAndQuery());
        var answer = await browser.SignInAsync(_business.OwnerEmail, SnoutApp.Password, "/login?returnUrl=%2Faccount");
        Assert.Equal("/account", answer.Headers.Location?.PathAndQuery());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    public async Task Nobody_is_sent_to_another_site(string returnUrl)
    {
        using var browser = _app.Anonymous();
        var answer = await browser.SignInAsync(_business.OwnerEmail, SnoutApp.Password, $"/login?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.Equal("/messages", answer.Headers.Location?.PathAndQuery());
    }

    [Fact]
    public async Task A_wrong_password_says_so_and_sets_no_cookie()
    {
        using var browser = _app.Anonymous();
        var answer = await browser.SignInAsync(_business.OwnerEmail, "not-the-password");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("do not go together", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_sitter_lands_on_the_messages_and_on_their_account_while_there_are_none_for_sitters()
    {
        var ana = await _app.HireAsync(_business.OrganizationId, Role.Sitter, "Ana Silva");
        using var browser = _app.Anonymous();
        Assert.Equal("/messages", (await browser.SignInAsync(ana.Email, SnoutApp.Password)).Headers.Location?.PathAndQuery());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/messages")).StatusCode);
        Assert.StartsWith("/denied", (await browser.GetAsync("/numbers")).Headers.Location?.PathAndQuery(), StringComparison.Ordinal);

        var owner = new Actor(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner);
        await _app.Get<MessagingFlags>().SetOrganizationAsync(owner, new Dictionary<Flag, bool?> { [Flag.SitterMessages] = false }, "test", CancellationToken.None);
        using var another = _app.Anonymous();
        Assert.Equal("/account", (await another.SignInAsync(ana.Email, SnoutApp.Password)).Headers.Location?.PathAndQuery());
        Assert.Equal(HttpStatusCode.NotFound, (await another.GetAsync("/messages")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_itself_not_only_the_cookie()
    {
        using var browser = _app.Anonymous();
        var signedIn = await browser.SignInAsync(_business.OwnerEmail, SnoutApp.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("snout=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _app.Address };
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/account")).StatusCode);

        await browser.SubmitAsync("/account", "/logout");
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Sign_out_needs_the_form_of_our_own_page()
    {
        using var browser = await _app.BrowseAsync(_business.OwnerEmail);
        using var forged = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/logout", forged)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);

        var answer = await browser.SubmitAsync("/account", "/logout");
        Assert.Equal("/login", answer.Headers.Location?.PathAndQuery());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_reads_the_API_but_changes_nothing_through_it()
    {
        using var browser = await _app.BrowseAsync(_business.OwnerEmail);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/me")).StatusCode);
        await (await browser.PostAsJsonAsync("/api/tokens", new { name = "Forged" })).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        await (await browser.DeleteAsync($"/api/tokens/{Guid.Empty}")).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Theory]
    [InlineData(59, 700, true)]
    [InlineData(61, 61, false)]
    [InlineData(59, 721, false)]
    public async Task A_session_lasts_an_hour_idle_and_half_a_day_at_most(int minutesBetween, int minutesInAll, bool lasts)
    {
        using var browser = await _app.BrowseAsync(_business.OwnerEmail);
        var begun = product.Clock.GetUtcNow();
        while (product.Clock.GetUtcNow() - begun < TimeSpan.FromMinutes(minutesInAll - minutesBetween))
        {
            product.Clock.Advance(TimeSpan.FromMinutes(minutesBetween));
            await browser.GetAsync("/account");
        }

        product.Clock.SetUtcNow(begun.AddMinutes(minutesInAll));
        Assert.Equal(lasts ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_new_security_stamp_ends_every_session_within_a_minute()
    {
        using var browser = await _app.BrowseAsync(_business.OwnerEmail);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        await using (var db = _app.Db(_business.OrganizationId))
        {
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.SecurityStamp, "another"));
        }

        product.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Changing_the_password_keeps_this_browser_and_signs_out_the_others()
    {
        using var browser = await _app.BrowseAsync(_business.OwnerEmail);
        using var other = await _app.BrowseAsync(_business.OwnerEmail);
        using var program = await _app.SignedInAsync(_business.OwnerEmail);
        var refused = await ChangeAsync(browser, SnoutApp.Password, "password1234");
        Assert.Contains("somebody would guess", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var wrong = await ChangeAsync(browser, "not-the-password", "tennis-balls-forever");
        Assert.Contains("not right", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var changed = await ChangeAsync(browser, SnoutApp.Password, "tennis-balls-forever");
        Assert.Equal("/account?password=changed", changed.Headers.Location?.PathAndQuery());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/me")).StatusCode);
        using var again = await _app.BrowseAsync(_business.OwnerEmail, "tennis-balls-forever");
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string current, string wanted) =>
        browser.SubmitAsync("/account/password", "/account/password", ("current", current), ("wanted", wanted));
}
