using System.Net;
using System.Text.RegularExpressions;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Access;

public sealed partial class SecurityHeaderTests(AppWithClock product) : IClassFixture<AppWithClock>
{
    private readonly SnoutApp _app = product.App;

    [Theory]
    [InlineData("/login", HttpStatusCode.OK, "no-store")]
    [InlineData("/account", HttpStatusCode.Redirect, "no-store")]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "no-store")]
    [InlineData("/api/me", HttpStatusCode.Unauthorized, "no-store")]
    [InlineData("/api/nowhere", HttpStatusCode.NotFound, "no-store")]
    [InlineData("/health/live", HttpStatusCode.OK, "no-store")]
    [InlineData("/metrics", HttpStatusCode.OK, "no-store")]
    [InlineData("/css/app.css", HttpStatusCode.OK, null)]
    public async Task Every_answer_keeps_foreign_scripts_frames_and_caches_out(string address, HttpStatusCode status, string? caching)
    {
        using var client = _app.Anonymous();
        var answer = await client.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Matches("script-src 'self' 'nonce-[^']+'(;|$)", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
        if (caching is not null)
        {
            Assert.Contains(caching, answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Passkeys_stay_possible()
    {
        using var client = _app.Anonymous();
        var policy = Assert.Single((await client.GetAsync("/login")).Headers.GetValues("Permissions-Policy"));
        Assert.Contains("publickey-credentials-get=self", policy, StringComparison.Ordinal);
        Assert.Contains("publickey-credentials-create=self", policy, StringComparison.Ordinal);
        Assert.Contains("camera=()", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inline_scripts_carry_the_nonce_of_their_answer()
    {
        using var client = _app.Anonymous();
        var answer = await client.GetAsync("/login");
        var nonce = Nonce().Match(answer.Headers.GetValues("Content-Security-Policy").Single()).Groups["nonce"].Value;
        var inline = InlineScript().Matches(await answer.Content.ReadAsStringAsync()).Select(script => WebUtility.HtmlDecode(script.Value)).ToList();
        Assert.NotEmpty(inline);
        Assert.All(inline, script => Assert.Contains($"nonce=\"{nonce}\"", script, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task A_circuit_opens_for_our_own_pages_only(string origin)
    {
        var business = await _app.OpenBusinessAsync();
        using var browser = await _app.BrowseAsync(business.OwnerEmail);
        Assert.Equal(HttpStatusCode.OK, (await NegotiateAsync(browser, _app.Address.GetLeftPart(UriPartial.Authority))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await NegotiateAsync(browser, origin)).StatusCode);
    }

    [Fact]
    public async Task Behind_https_cookies_are_bound_to_the_host_and_the_browser_is_told_to_stay()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Environment = "Production", Https = true });
        var business = await app.OpenBusinessAsync();
        using var browser = app.Anonymous();
        var form = await browser.GetAsync("/login");
        AssertBound(form, "__Host-xsrf=", "samesite=strict");
        var answer = await browser.SignInAsync(business.OwnerEmail, SnoutApp.Password);
        AssertBound(answer, "__Host-snout=", "samesite=lax");
        using var named = new HttpRequestMessage(HttpMethod.Get, "/login") { Headers = { Host = "front.example" } };
        Assert.StartsWith("max-age=31536000", (await browser.SendAsync(named)).Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        using var stranger = app.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await NegotiateAsync(stranger, app.Address.GetLeftPart(UriPartial.Authority))).StatusCode);
        Assert.DoesNotContain("@demo.test", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_clear_pages_move_to_https_but_the_API_never_redirects()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Environment = "Production", Settings = { ["https_port"] = "443" } });
        using var client = app.Anonymous();
        var page = await client.GetAsync("/login");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, page.StatusCode);
        Assert.Equal("https", page.Headers.Location?.Scheme);
        await (await client.GetAsync("/api/me")).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task A_strangers_word_on_where_they_come_from_is_not_taken()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Environment = "Production", Settings = { ["https_port"] = "443" } });
        using var client = app.Anonymous();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, (await client.GetAsync("/login")).StatusCode);

        await using var behindProxy = await SnoutApp.StartAsync(new SnoutAppOptions
        {
            Environment = "Production",
            Settings = { ["https_port"] = "443", ["KnownProxies"] = "127.0.0.1" },
        });
        using var proxied = behindProxy.Anonymous();
        proxied.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        Assert.Equal(HttpStatusCode.OK, (await proxied.GetAsync("/login")).StatusCode);
    }

    private static void AssertBound(HttpResponseMessage answer, string name, string sameSite)
    {
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), line => line.StartsWith(name, StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(sameSite, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<HttpResponseMessage> NegotiateAsync(HttpClient browser, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);
        return browser.SendAsync(request);
    }

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nonce();

    [GeneratedRegex("<script(?![^>]* src=)[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineScript();
}
