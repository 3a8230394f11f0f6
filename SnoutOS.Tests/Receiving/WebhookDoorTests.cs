using System.Net;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Receiving;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Receiving;

/// <summary>What the webhook lets in, what it refuses, and what it says to either.</summary>
public sealed class WebhookDoorTests : IAsyncLifetime
{
    private static readonly (string, string)[] Text =
        [("MessageSid", "SM0123456789abcdef0123456789abcdef"), ("From", "+12015550101"), ("To", "+12015550102"), ("Body", "Hi")];

    private SnoutApp _app = null!;
    private Webhooks _webhooks = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SnoutApp.StartAsync(new SnoutAppOptions { Settings = Webhooks.Settings });
        _webhooks = new Webhooks(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64 at all")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task Without_the_right_signature_nothing_comes_in(string? signature)
    {
        var answer = await _webhooks.SendAsync("", Webhooks.Encode(Text), signature);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("invalid_signature", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await LedgerAsync());
    }

    [Fact]
    public async Task Every_changed_character_breaks_the_signature()
    {
        var signature = Webhooks.Sign(Webhooks.PublicUrl, Text);
        var body = Webhooks.Encode(Text);
        Assert.Equal(HttpStatusCode.OK, (await _webhooks.SendAsync("", body, signature)).StatusCode);
        for (var at = 0; at < body.Length; at += 3)
        {
            var changed = body[..at] + (body[at] == '5' ? '6' : '5') + body[(at + 1)..];
            Assert.Equal(HttpStatusCode.Forbidden, (await _webhooks.SendAsync("", changed, signature)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await _webhooks.SendAsync("?added=1", body, signature)).StatusCode);
        Assert.Equal(1, await LedgerAsync());
    }

    [Fact]
    public async Task A_signed_form_that_makes_no_sense_is_kept_once_as_malformed()
    {
        (string, string)[] nonsense = [("To", "+12015550102"), ("Body", "who am I")];
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _webhooks.PostAsync("", nonsense)).StatusCode);
        }

        await using var db = _app.Get<SnoutDb>().ForInstallation();
        var kept = await db.ProviderEvents.SingleAsync();
        Assert.Equal((ProviderEventKind.Malformed, ProviderEventState.SetAside), (kept.Kind, kept.State));
        Assert.Contains("who%20am%20I", kept.Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    public async Task Only_a_form_is_taken(string contentType) =>
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (await _webhooks.SendAsync("", Webhooks.Encode(Text), Webhooks.Sign(Webhooks.PublicUrl, Text), contentType)).StatusCode);

    [Fact]
    public async Task A_get_is_answered_with_405() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _app.Anonymous().GetAsync("/api/messages/webhook/twilio")).StatusCode);

    [Fact]
    public async Task More_than_256_KB_is_answered_with_413() =>
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await _webhooks.SendAsync("", "Body=" + new string('x', 300_000), "irrelevant")).StatusCode);

    [Fact]
    public async Task A_status_of_an_unknown_message_is_taken_and_changes_nothing()
    {
        var answer = await _webhooks.StatusAsync(Guid.CreateVersion7(), Webhooks.NewSid(), "delivered");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Until.TrueAsync(async () =>
        {
            await using var db = _app.Get<SnoutDb>().ForInstallation();
            return await db.ProviderEvents.AnyAsync(row => row.State == ProviderEventState.Processed);
        });
    }

    [Fact]
    public async Task A_thousand_webhooks_of_which_a_third_are_repeats_store_exactly_the_distinct_ones()
    {
        var business = await _app.OpenBusinessAsync();
        var senders = Enumerable.Range(0, 40).Select(_ => Businesses.NextNumber().E164).ToArray();
        var distinct = Enumerable.Range(0, 667).Select(n => (Sid: Webhooks.NewSid(), From: senders[n % senders.Length], Body: $"Message {n}")).ToArray();
        var random = new Random(20261122);
        var calls = distinct.Concat(distinct.OrderBy(_ => random.Next()).Take(333)).OrderBy(_ => random.Next()).ToArray();
        Assert.Equal(1_000, calls.Length);

        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (call, _) =>
            Assert.Equal(HttpStatusCode.OK, (await _webhooks.TextAsync(call.From, business.FrontDesk.E164, call.Body, call.Sid)).StatusCode));
        await Until.TrueAsync(async () =>
        {
            await using var db = _app.Get<SnoutDb>().ForInstallation();
            return !await db.ProviderEvents.AnyAsync(row => row.State == ProviderEventState.Pending);
        });

        await using var db = _app.Db(business.OrganizationId);
        Assert.Equal(
            distinct.Select(message => message.Sid).Order(StringComparer.Ordinal),
            (await db.Messages.Select(message => message.ProviderSid!).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(senders.Length, await db.Threads.CountAsync());
        Assert.Equal(333, await db.ProviderEvents.SumAsync(row => row.Repeats));
        Assert.Equal(0, await db.Outbox.CountAsync());
    }

    private async Task<int> LedgerAsync()
    {
        await using var db = _app.Get<SnoutDb>().ForInstallation();
        return await db.ProviderEvents.CountAsync();
    }
}
