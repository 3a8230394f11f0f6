using Microsoft.AspNetCore.Http;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Tests.Twilio;

public sealed class TwilioLookupTests
{
    private const string Messages = $"/2010-04-01/Accounts/{LoopbackApi.Account}/Messages.json";

    private static readonly ProviderMessageQuery Recent = new(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_message_is_read_in_our_words()
    {
        var message = await FetchAsync(Answers.Json(200, """
            {"sid":"SM00000000000000000000000000000001","direction":"outbound-api","from":"+15005550006","to":"+12125550142",
             "body":"Hi\u0000","status":"undelivered","error_code":30003,"num_media":"2","num_segments":"3",
             "date_created":"Thu, 24 Aug 2023 05:01:45 +0000","date_sent":"Thu, 24 Aug 2023 07:01:50 +0200"}
            """));

        Assert.Equal(new ProviderMessage(
            Answers.Sid, Direction.Outbound, "+15005550006", "+12125550142", "Hi", MessageStatus.Undelivered, 30003, 2, 3,
            new DateTimeOffset(2023, 8, 24, 5, 1, 45, TimeSpan.Zero), new DateTimeOffset(2023, 8, 24, 5, 1, 50, TimeSpan.Zero)), message);
    }

    [Fact]
    public async Task A_message_of_nulls_is_still_a_message()
    {
        var message = await FetchAsync(Answers.Json(200, """
            {"sid":"SM00000000000000000000000000000001","direction":"inbound","from":null,"to":null,"body":null,"status":null,
             "error_code":null,"num_media":null,"num_segments":null,"date_created":"yesterday","date_sent":null}
            """));

        Assert.Equal((Direction.Inbound, "", MessageStatus.Sending), (message!.Direction, message.From, message.Status));
    }

    [Fact]
    public async Task A_message_that_the_provider_does_not_know_is_none()
    {
        Assert.Null(await FetchAsync(Answers.Error(404, 20404)));
        await using var api = await LoopbackApi.StartAsync(Answers.Known);
        Assert.Null(await api.Sms.FetchAsync("../Accounts", CancellationToken.None));
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Reading_is_tried_again_where_sending_is_not()
    {
        var asked = 0;
        await using var api = await LoopbackApi.StartAsync(context => Interlocked.Increment(ref asked) switch
        {
            1 => Answers.Json(429, "", ("Retry-After", "0"))(context),
            2 => Answers.Reset(context),
            3 => Answers.Json(503, "")(context),
            _ => Answers.Known(context),
        });

        Assert.NotNull(await api.Sms.FetchAsync(Answers.Sid, CancellationToken.None));
        Assert.Equal(4, asked);
    }

    [Theory]
    [InlineData(401, """{"code":20003}""")]
    [InlineData(307, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "null")]
    [InlineData(200, """{"status":"sent"}""")]
    public async Task An_answer_that_says_nothing_is_an_error(int status, string body) =>
        await Assert.ThrowsAsync<SmsProviderException>(() => FetchAsync(Answers.Json(status, body)));

    [Fact]
    public async Task Pages_are_followed_to_the_end()
    {
        await using var api = await LoopbackApi.StartAsync(Pages(
            Page(1, $"{Messages}?PageToken=PA1&Page=1"), Page(2, $"{Messages}?PageToken=PA2&Page=2"), Page(3, null)));

        var listed = await api.Sms.ListAsync(Recent, CancellationToken.None).Select(message => message.Sid[^1]).ToListAsync();

        Assert.Equal("123", string.Concat(listed));
        Assert.Equal($"{Messages}?PageToken=PA2&Page=2", api.Requests.Last().Target);
        Assert.All(api.Requests, request => Assert.NotNull(request.Authorization));
    }

    [Theory]
    [InlineData("https://evil.example/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json?Page=1")]
    [InlineData("//evil.example/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json?Page=1")]
    [InlineData("@evil.example/Messages.json?Page=1")]
    [InlineData("/2010-04-01/Accounts/AC00000000000000000000000000000002/Messages.json?Page=1")]
    public async Task A_next_page_elsewhere_is_refused_after_what_was_read(string next)
    {
        await using var api = await LoopbackApi.StartAsync(Pages(Page(1, next)));
        await using var listing = api.Sms.ListAsync(Recent, CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await listing.MoveNextAsync());
        await Assert.ThrowsAsync<SmsProviderException>(async () => await listing.MoveNextAsync());
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Holes_in_a_page_are_skipped()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Json(200, """{"messages":[null,{},{"sid":"SM00000000000000000000000000000007"}]}"""));
        Assert.Single(await api.Sms.ListAsync(Recent, CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task Attachments_are_listed_by_the_address_of_their_bytes()
    {
        const string media = $"/2010-04-01/Accounts/{LoopbackApi.Account}/Messages/{Answers.Sid}/Media/ME00000000000000000000000000000001";
        await using var api = await LoopbackApi.StartAsync(Answers.Json(200, $$"""
            {"media_list":[null,{"uri":null},{"uri":"{{media}}.json","content_type":"image/jpeg"}]}
            """));

        Assert.Equal(
            new ProviderMedia(api.Url + media, "image/jpeg"),
            Assert.Single(await api.Sms.ListMediaAsync(Answers.Sid, CancellationToken.None)));
    }

    private static async Task<ProviderMessage?> FetchAsync(RequestDelegate answer)
    {
        await using var api = await LoopbackApi.StartAsync(answer);
        return await api.Sms.FetchAsync(Answers.Sid, CancellationToken.None);
    }

    private static RequestDelegate Pages(params string[] pages)
    {
        var next = 0;
        return context => Answers.Json(200, pages[Interlocked.Increment(ref next) - 1])(context);
    }

    private static string Page(int digit, string? next) =>
        $$"""{"messages":[{"sid":"SM0000000000000000000000000000000{{digit}}"}],"next_page_uri":{{(next is null ? "null" : $"\"{next}\"")}}}""";
}
