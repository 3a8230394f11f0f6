using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Tests.Twilio;

public sealed class TwilioSendTests
{
    private static readonly OutboundSms Hello = new(
        Guid.Parse("0195a000-0000-7000-8000-000000000001"),
        PhoneNumber.Parse("+15005550006", null), PhoneNumber.Parse("+12125550142", null), "Hello", [], TimeSpan.FromHours(4));

    [Theory]
    [InlineData("queued", MessageStatus.Queued)]
    [InlineData("accepted", MessageStatus.Queued)]
    [InlineData("sending", MessageStatus.Sending)]
    [InlineData("teleported", MessageStatus.Sending)]
    public async Task An_acceptance_is_named_and_counted(string status, MessageStatus expected)
    {
        Assert.Equal(new SendOutcome.Accepted(Answers.Sid, expected, 1), await OutcomeAsync(Answers.Created(status)));
    }

    [Theory]
    [InlineData("""{"sid":"SM00000000000000000000000000000001"}""")]
    [InlineData("""{"sid":"MM00000000000000000000000000000001","status":null,"num_segments":"0","error_code":"x","to":null}""")]
    [InlineData("""{"sid":"SM00000000000000000000000000000001","num_segments":[1],"error_code":{}}""")]
    public async Task An_acceptance_may_leave_things_out(string json)
    {
        var accepted = Assert.IsType<SendOutcome.Accepted>(await OutcomeAsync(Answers.Json(201, json)));
        Assert.Equal((MessageStatus.Sending, null), (accepted.Status, accepted.Segments));
    }

    [Theory]
    [InlineData(400, 21211)]
    [InlineData(400, 21610)]
    [InlineData(404, 20404)]
    [InlineData(422, 99999)]
    public async Task A_refusal_is_told_by_its_code_and_without_the_number(int status, int code)
    {
        var rejected = Assert.IsType<SendOutcome.Rejected>(await OutcomeAsync(Answers.Error(status, code)));
        Assert.Equal(code, rejected.Code);
        Assert.DoesNotContain("5550142", rejected.Reason);
    }

    [Theory]
    [InlineData("<html>Bad request</html>")]
    [InlineData("")]
    [InlineData("""{"code":"odd"}""")]
    [InlineData("[]")]
    public async Task A_refusal_without_a_code_has_code_zero(string body) =>
        Assert.Equal(0, Assert.IsType<SendOutcome.Rejected>(await OutcomeAsync(Answers.Json(400, body))).Code);

    [Theory]
    [InlineData(401, 20003)]
    [InlineData(403, 0)]
    [InlineData(400, 20003)]
    [InlineData(400, 30002)]
    public async Task A_refused_account_is_not_a_refused_message(int status, int code) =>
        Assert.Equal(code, Assert.IsType<SendOutcome.AccountRefused>(await OutcomeAsync(Answers.Error(status, code))).Code);

    [Theory]
    [InlineData(null, null)]
    [InlineData("7", 7)]
    [InlineData("Sun, 22 Nov 2026 12:00:09 GMT", 9)]
    [InlineData("Sun, 22 Nov 2026 11:00:00 GMT", 0)]
    [InlineData("999999", 3600)]
    [InlineData("soon", null)]
    public async Task Asked_to_slow_down_nothing_was_taken(string? retryAfter, int? seconds)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var headers = retryAfter is null ? [] : new[] { ("Retry-After", retryAfter) };

        var outcome = await OutcomeAsync(Answers.Json(429, """{"code":20429}""", headers), clock);

        Assert.Equal(seconds, Assert.IsType<SendOutcome.NotTaken>(outcome).RetryAfter?.TotalSeconds);
    }

    public static TheoryData<string> Unclear => [.. UnclearAnswers.Keys];

    [Theory, MemberData(nameof(Unclear))]
    public async Task An_unclear_answer_is_unclear_and_the_message_left_once(string answer) =>
        Assert.IsType<SendOutcome.Ambiguous>(await OutcomeAsync(UnclearAnswers[answer]));

    [Fact]
    public async Task A_refusal_counts_even_if_its_text_is_cut_short() =>
        Assert.IsType<SendOutcome.AccountRefused>(await OutcomeAsync(Answers.CutShort(401, """{"code":""")));

    [Fact]
    public async Task Silence_after_the_request_left_is_unclear()
    {
        var clock = new FakeTimeProvider();
        await using var api = await LoopbackApi.StartAsync(Answers.Silence, clock);

        var sending = api.Sms.SendAsync(Hello, CancellationToken.None);
        await api.ArrivedAsync();
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.IsType<SendOutcome.Ambiguous>(await sending);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Giving_up_after_the_request_left_is_unclear()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Silence);
        using var stop = new CancellationTokenSource();

        var sending = api.Sms.SendAsync(Hello, stop.Token);
        await api.ArrivedAsync();
        await stop.CancelAsync();

        Assert.IsType<SendOutcome.Ambiguous>(await sending);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Giving_up_before_it_began_sends_nothing()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Created());
        Assert.IsType<SendOutcome.NotTaken>(await api.Sms.SendAsync(Hello, new CancellationToken(canceled: true)));
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task A_kept_connection_that_breaks_is_not_tried_again()
    {
        var answered = 0;
        await using var api = await LoopbackApi.StartAsync(context =>
            Interlocked.Increment(ref answered) == 1 ? Answers.Created()(context) : Answers.Reset(context));

        Assert.IsType<SendOutcome.Accepted>(await api.Sms.SendAsync(Hello, CancellationToken.None));
        Assert.IsType<SendOutcome.Ambiguous>(await api.Sms.SendAsync(Hello, CancellationToken.None));

        Assert.Equal(2, api.Requests.Count);
        Assert.Single(api.Requests.Select(request => request.Connection).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}")]
    [InlineData("https://sms.snoutos.invalid")]
    public async Task A_provider_that_cannot_be_reached_has_taken_nothing(string address)
    {
        using var sleeping = new TcpListener(IPAddress.Loopback, 0);
        sleeping.Start();
        var port = ((IPEndPoint)sleeping.LocalEndpoint).Port;
        sleeping.Stop();

        await using var services = LoopbackApi.Provider(new Uri(address.Replace("{port}", $"{port}", StringComparison.Ordinal)));
        var outcome = await services.GetRequiredService<ISmsProvider>().SendAsync(Hello, CancellationToken.None);

        Assert.IsType<SendOutcome.NotTaken>(outcome);
    }

    [Fact]
    public async Task A_provider_without_a_valid_certificate_has_taken_nothing()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Created());
        await using var services = LoopbackApi.Provider(new Uri(api.Url.Replace("http:", "https:", StringComparison.Ordinal)));

        Assert.IsType<SendOutcome.NotTaken>(await services.GetRequiredService<ISmsProvider>().SendAsync(Hello, CancellationToken.None));
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task What_the_provider_would_refuse_anyway_does_not_leave()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Created());
        var media = Enumerable.Repeat(new Uri("https://example.com/a.jpg"), 11).ToList();

        Assert.IsType<SendOutcome.Rejected>(await api.Sms.SendAsync(Hello with { Body = new string('a', 1601) }, CancellationToken.None));
        Assert.IsType<SendOutcome.Rejected>(await api.Sms.SendAsync(Hello with { Media = media }, CancellationToken.None));
        Assert.Empty(api.Requests);
    }

    private static readonly Dictionary<string, RequestDelegate> UnclearAnswers = new(StringComparer.Ordinal)
    {
        ["500 with a page"] = Answers.Json(500, "<html>Oops</html>"),
        ["500 with a code"] = Answers.Error(500, 20500),
        ["502 without a word"] = Answers.Json(502, ""),
        ["503"] = Answers.Error(503, 20503),
        ["408"] = Answers.Json(408, ""),
        ["a redirect"] = Answers.Redirect("/elsewhere"),
        ["a reset"] = Answers.Reset,
        ["half an acceptance"] = Answers.CutShort(201, """{"sid":"SM000"""),
        ["an acceptance that is no JSON"] = Answers.Json(201, """{"sid":"SM0000"""),
        ["an acceptance without an id"] = Answers.Json(201, """{"status":"queued"}"""),
        ["an acceptance with an odd id"] = Answers.Json(201, """{"sid":"SM1/../2"}"""),
        ["null"] = Answers.Json(201, "null"),
        ["202"] = Answers.Json(202, """{"sid":"SM00000000000000000000000000000001"}"""),
        ["too much"] = Answers.Bytes(new byte[9 * 1024 * 1024]),
    };

    private static async Task<SendOutcome> OutcomeAsync(RequestDelegate answer, TimeProvider? clock = null)
    {
        await using var api = await LoopbackApi.StartAsync(answer, clock);
        var outcome = await api.Sms.SendAsync(Hello, CancellationToken.None);
        Assert.Single(api.Requests);
        return outcome;
    }
}
