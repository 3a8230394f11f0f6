using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Tests.Twilio;

public sealed class TwilioNumberTests
{
    private const string Numbers = $"/2010-04-01/Accounts/{LoopbackApi.Account}/IncomingPhoneNumbers.json";
    private const string Sid = "PN00000000000000000000000000000001";
    private const string Here = "\"sms_url\":\"https://example.com/twilio#rc=3&rp=ct,rt,5xx\",\"sms_method\":\"POST\",\"voice_url\":\"https://example.com/twilio/voice#rc=3&rp=ct,rt,5xx\",\"voice_method\":\"POST\"";

    private static readonly PhoneNumber Ours = PhoneNumber.Parse("+15005550006", null);

    [Theory]
    [InlineData(Here, true)]
    [InlineData(Here + ",\"sms_application_sid\":\"\",\"voice_application_sid\":null,\"trunk_sid\":null", true)]
    [InlineData(Here + ",\"sms_application_sid\":\"AP00000000000000000000000000000001\"", false)]
    [InlineData(Here + ",\"voice_application_sid\":\"AP00000000000000000000000000000001\"", false)]
    [InlineData(Here + ",\"trunk_sid\":\"TK00000000000000000000000000000001\"", false)]
    [InlineData("\"sms_url\":\"https://example.com/twilio\",\"sms_method\":\"POST\"", false)]
    [InlineData("\"sms_url\":\"https://elsewhere.example/texts\",\"voice_url\":\"\"", false)]
    [InlineData("\"sms_url\":null", false)]
    public async Task A_number_points_here_only_if_texts_and_calls_do(string fields, bool expected)
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Json(200, $$"""{"incoming_phone_numbers":[{{Number(fields)}}]}"""));
        var number = await api.Numbers.FindAsync(Ours, CancellationToken.None);
        Assert.Equal(new ProviderNumber(Sid, Ours, TakesTexts: true, expected), number);
    }

    [Fact]
    public async Task Http_methods_other_than_POST_are_not_ours()
    {
        var fields = Here.Replace("\"sms_method\":\"POST\"", "\"sms_method\":\"GET\"", StringComparison.Ordinal);
        await using var api = await LoopbackApi.StartAsync(Answers.Json(200, $$"""{"incoming_phone_numbers":[{{Number(fields)}}]}"""));
        Assert.False((await api.Numbers.FindAsync(Ours, CancellationToken.None))!.PointsHere);
    }

    [Fact]
    public async Task Only_the_whole_number_is_found_among_those_that_look_like_it()
    {
        var longer = Number(Here).Replace("+15005550006", "+150055500061", StringComparison.Ordinal);
        await using var api = await LoopbackApi.StartAsync(Answers.Json(200, $$"""{"incoming_phone_numbers":[{{longer}}]}"""));
        Assert.Null(await api.Numbers.FindAsync(Ours, CancellationToken.None));
    }

    [Fact]
    public async Task Pages_of_numbers_are_followed_and_holes_skipped()
    {
        var pages = 0;
        await using var api = await LoopbackApi.StartAsync(context => Answers.Json(200, Interlocked.Increment(ref pages) == 1
            ? $$"""{"incoming_phone_numbers":[{{Number(Here)}},null,{},{"sid":"PN1","phone_number":"hosted"}],"next_page_uri":"{{Numbers}}?Page=1&PageToken=PA1"}"""
            : $$"""{"incoming_phone_numbers":[{"sid":"PN2","phone_number":"+15005550007","capabilities":{"sms":false} }],"next_page_uri":null}""")(context));

        var listed = await api.Numbers.ListAsync(CancellationToken.None).ToListAsync();

        Assert.Equal([(Sid, true), ("PN2", false)], listed.Select(number => (number.Sid, number.TakesTexts)));
        Assert.Equal($"{Numbers}?PageSize=50 {Numbers}?Page=1&PageToken=PA1", string.Join(' ', api.Requests.Select(request => request.Target)));
    }

    [Fact]
    public async Task A_next_page_elsewhere_is_refused()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Json(200, """{"incoming_phone_numbers":[],"next_page_uri":"//evil.example/x?Page=1"}"""));
        await Assert.ThrowsAsync<SmsProviderException>(async () => await api.Numbers.ListAsync(CancellationToken.None).ToListAsync());
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_change_is_asked_for_once_and_its_answer_believed()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Json(200, Number("\"sms_url\":\"https://elsewhere.example\"")));
        Assert.False((await api.Numbers.PointHereAsync(Sid, CancellationToken.None))!.PointsHere);
        Assert.Single(api.Requests);

        await using var failing = await LoopbackApi.StartAsync(Answers.Json(503, ""));
        await Assert.ThrowsAsync<SmsProviderException>(() => failing.Numbers.PointHereAsync(Sid, CancellationToken.None));
        Assert.Single(failing.Requests);
    }

    [Fact]
    public async Task What_is_no_id_of_a_number_is_never_asked_for()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Known);
        Assert.Null(await api.Numbers.PointHereAsync("../Accounts", CancellationToken.None));
        Assert.Empty(api.Requests);
    }

    private static string Number(string fields) => $$"""{"sid":"{{Sid}}","phone_number":"+15005550006","capabilities":{"sms":true,"voice":true},{{fields}} }""";
}
