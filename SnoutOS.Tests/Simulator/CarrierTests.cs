using Microsoft.Extensions.Time.Testing;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Simulator.Carrier;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Simulator;

public sealed class CarrierTests
{
    private const string Casey = "+12125550142";
    private const string FrontDesk = "+12125550100";

    private static readonly OutboundSms Hello = new(
        Guid.Parse("0195a000-0000-7000-8000-000000000001"),
        PhoneNumber.Parse(FrontDesk, null), PhoneNumber.Parse(Casey, null), "Hello", [], TimeSpan.FromHours(4));

    [Fact]
    public async Task A_message_reaches_the_phone_and_the_business_hears_of_it()
    {
        await using var host = await CarrierHost.StartAsync();
        var arrived = new List<string>();
        using var watching = host.Carrier.Watch(message => arrived.Add(message.Status));

        var accepted = Assert.IsType<SendOutcome.Accepted>(await host.Sms.SendAsync(Hello, CancellationToken.None));
        await host.Carrier.SettledAsync();

        Assert.Equal(MessageStatus.Queued, accepted.Status);
        Assert.Equal("Hello", Assert.Single(host.Carrier.MessagesFor(Casey)).Body);
        Assert.Equal(Casey, Assert.Single(host.Carrier.Phones));
        Assert.Equal(["sent", "delivered"], arrived);
        Assert.Equal("sent |delivered ", string.Join('|', Callbacks(host)));
        Assert.All(host.Webhooks, heard =>
        {
            Assert.True(heard.Signed);
            Assert.Equal($"/webhook/status/{Hello.MessageId}", heard.Path);
            Assert.Equal(accepted.Sid, heard.Form["MessageSid"]);
        });
    }

    [Fact]
    public async Task A_phone_texts_the_business_under_signature()
    {
        await using var host = await CarrierHost.StartAsync();
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

        var posted = await host.Carrier.TextFromPhoneAsync(
            Casey, FrontDesk, "Bella says hi 🐶 & +1", [host.Carrier.NewMedia(jpeg, "image/jpeg")]);

        var heard = Assert.Single(host.Webhooks);
        Assert.True(heard.Signed);
        Assert.True(TwilioInbound.TryRead(heard.Form, out var inbound));
        Assert.Equal((posted.Message.Sid, Casey, FrontDesk, "Bella says hi 🐶 & +1"), (inbound.MessageSid, inbound.From, inbound.To, inbound.Body));

        var media = Assert.Single(inbound.Media);
        var fetched = await host.Sms.FetchMediaAsync(media.Url, inbound.MessageSid, CancellationToken.None);
        Assert.Equal(jpeg, Assert.IsType<MediaOutcome.Fetched>(fetched).Bytes);
        Assert.Equal(media, Assert.Single(await host.Sms.ListMediaAsync(inbound.MessageSid, CancellationToken.None)));
    }

    [Fact]
    public async Task A_webhook_that_fails_is_posted_three_more_times()
    {
        await using var host = await CarrierHost.StartAsync();
        foreach (var status in (int[])[500, 503, 500, 500, 200])
        {
            host.Answers.Enqueue(status);
        }

        Assert.Equal(500, (int?)(await host.Carrier.TextFromPhoneAsync(Casey, FrontDesk, "Hi")).Answer);
        Assert.Equal(4, host.Webhooks.Count);

        Assert.Equal(200, (int?)(await host.Carrier.TextFromPhoneAsync(Casey, FrontDesk, "Hi")).Answer);
        host.Answers.Enqueue(403);
        Assert.Equal(403, (int?)(await host.Carrier.TextFromPhoneAsync(Casey, FrontDesk, "Hi")).Answer);
        Assert.Equal(6, host.Webhooks.Count);
    }

    [Theory]
    [InlineData("+15005550001", FrontDesk, 21211)]
    [InlineData("+15005550009", FrontDesk, 21614)]
    [InlineData("+15005550004", FrontDesk, 21610)]
    [InlineData("+15005550003", FrontDesk, 21408)]
    [InlineData("+15005550002", FrontDesk, 21612)]
    [InlineData(Casey, "+15005550001", 21212)]
    [InlineData(Casey, "+15005550007", 21606)]
    [InlineData(Casey, "+15005550008", 21611)]
    [InlineData(Casey, Casey, 21266)]
    public async Task Test_numbers_mean_what_they_mean_at_the_provider(string to, string from, int code)
    {
        await using var host = await CarrierHost.StartAsync();
        var sms = Hello with { To = PhoneNumber.Parse(to, null), From = PhoneNumber.Parse(from, null) };
        Assert.Equal(code, Assert.IsType<SendOutcome.Rejected>(await host.Sms.SendAsync(sms, CancellationToken.None)).Code);
    }

    [Fact]
    public async Task Who_texted_stop_is_not_texted_from_that_number_until_start()
    {
        await using var host = await CarrierHost.StartAsync();
        await host.Carrier.TextFromPhoneAsync(Casey, FrontDesk, " Stop ");
        Assert.Equal(21610, Assert.IsType<SendOutcome.Rejected>(await host.Sms.SendAsync(Hello, CancellationToken.None)).Code);

        var otherNumber = Hello with { From = PhoneNumber.Parse("+12125550101", null) };
        Assert.IsType<SendOutcome.Accepted>(await host.Sms.SendAsync(otherNumber, CancellationToken.None));

        await host.Carrier.TextFromPhoneAsync(Casey, FrontDesk, "START");
        Assert.IsType<SendOutcome.Accepted>(await host.Sms.SendAsync(Hello, CancellationToken.None));
    }

    [Fact]
    public async Task A_failure_is_told_with_its_code()
    {
        await using var host = await CarrierHost.StartAsync();
        host.Carrier.BehaveNext(new CarrierBehavior { FailWith = 30003, LeavesFirst = true });

        var accepted = Assert.IsType<SendOutcome.Accepted>(await host.Sms.SendAsync(Hello, CancellationToken.None));
        await host.Carrier.SettledAsync();

        Assert.Equal("sent |undelivered 30003", string.Join('|', Callbacks(host)));
        Assert.Empty(host.Carrier.MessagesFor(Casey));
        var fetched = await host.Sms.FetchAsync(accepted.Sid, CancellationToken.None);
        Assert.Equal((MessageStatus.Undelivered, 30003), (fetched!.Status, fetched.ErrorCode));
    }

    [Theory]
    [InlineData(CarrierCallbacks.Lost, 1, "")]
    [InlineData(CarrierCallbacks.Backwards, 1, "delivered |sent ")]
    [InlineData(CarrierCallbacks.InOrder, 2, "sent |sent |delivered |delivered ")]
    public async Task Callbacks_can_go_wrong(CarrierCallbacks callbacks, int copies, string expected)
    {
        await using var host = await CarrierHost.StartAsync();
        host.Carrier.Behave(Casey, new CarrierBehavior { Callbacks = callbacks, Copies = copies });

        await host.Sms.SendAsync(Hello, CancellationToken.None);
        await host.Carrier.SettledAsync();

        Assert.Equal(expected, string.Join('|', Callbacks(host)));
        Assert.Single(host.Carrier.MessagesFor(Casey));
    }

    [Theory]
    [InlineData(CarrierAnswer.ServerError)]
    [InlineData(CarrierAnswer.Dropped)]
    public async Task An_accepted_message_can_be_answered_badly_and_is_found_by_looking(CarrierAnswer answer)
    {
        await using var host = await CarrierHost.StartAsync();
        host.Carrier.BehaveNext(new CarrierBehavior { Answer = answer });

        Assert.IsType<SendOutcome.Ambiguous>(await host.Sms.SendAsync(Hello, CancellationToken.None));
        await host.Carrier.SettledAsync();

        var query = new ProviderMessageQuery(TimeProvider.System.GetUtcNow().AddDays(-1), Hello.From, Hello.To);
        var found = Assert.Single(await host.Sms.ListAsync(query, CancellationToken.None).ToListAsync());
        Assert.Equal(("Hello", MessageStatus.Delivered), (found.Body, found.Status));
    }

    [Fact]
    public async Task A_late_answer_does_not_hold_up_the_message()
    {
        var clock = new FakeTimeProvider();
        await using var host = await CarrierHost.StartAsync(clock);
        var delivered = new TaskCompletionSource();
        using var watching = host.Carrier.Watch(message => _ = message.Status == "delivered" && delivered.TrySetResult());
        host.Carrier.BehaveNext(new CarrierBehavior { AnswerDelay = TimeSpan.FromSeconds(15) });

        var sending = host.Sms.SendAsync(Hello, CancellationToken.None);
        await delivered.Task.WaitAsync(TimeSpan.FromSeconds(60));
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.IsType<SendOutcome.Ambiguous>(await sending);
        Assert.Single(host.Carrier.All);
    }

    [Fact]
    public async Task Attachments_are_fetched_from_the_business_on_the_way_to_the_phone()
    {
        await using var host = await CarrierHost.StartAsync();
        var picture = Hello with { Body = "", Media = [new Uri(host.Url + CarrierHost.Picture)] };
        var nothing = Hello with { Media = [new Uri(host.Url + "/nothing")] };

        await host.Sms.SendAsync(picture, CancellationToken.None);
        await host.Sms.SendAsync(nothing, CancellationToken.None);
        await host.Carrier.SettledAsync();

        var media = Assert.Single(Assert.Single(host.Carrier.MessagesFor(Casey)).Media);
        Assert.Equal(("image/png", 3), (media.ContentType, media.Bytes.Length));
        Assert.Equal(("failed", 11200), (host.Carrier.All[^1].Status, host.Carrier.All[^1].ErrorCode));
    }

    [Fact]
    public async Task A_webhook_can_get_lost_and_the_text_is_still_in_the_books()
    {
        await using var host = await CarrierHost.StartAsync();
        await host.Carrier.TextFromPhoneAsync(Casey, FrontDesk, "Hi", behavior: new CarrierBehavior { Callbacks = CarrierCallbacks.Lost });

        Assert.Empty(host.Webhooks);
        Assert.Single(await host.Sms.ListAsync(new ProviderMessageQuery(DateTimeOffset.UnixEpoch), CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task A_hurried_business_is_slowed_down_as_often_as_told()
    {
        await using var host = await CarrierHost.StartAsync();
        host.Carrier.BehaveNext(new CarrierBehavior { SlowDowns = 2 });

        Assert.IsType<SendOutcome.NotTaken>(await host.Sms.SendAsync(Hello, CancellationToken.None));
        Assert.IsType<SendOutcome.NotTaken>(await host.Sms.SendAsync(Hello, CancellationToken.None));
        Assert.IsType<SendOutcome.Accepted>(await host.Sms.SendAsync(Hello, CancellationToken.None));
        Assert.Single(host.Carrier.All);
    }

    [Fact]
    public async Task Pages_stay_in_place_while_new_messages_arrive()
    {
        await using var host = await CarrierHost.StartAsync();
        for (var number = 1; number <= 5; number++)
        {
            await host.Carrier.TextFromPhoneAsync(Casey, FrontDesk, $"{number}");
        }

        var read = new List<string>();
        await foreach (var message in host.Sms.ListAsync(new ProviderMessageQuery(DateTimeOffset.UnixEpoch), CancellationToken.None))
        {
            read.Add(message.Body);
            if (read.Count == 1)
            {
                await host.Carrier.TextFromPhoneAsync(Casey, FrontDesk, "late");
            }
        }

        Assert.Equal("5 4 3 2 1", string.Join(' ', read));
    }

    [Fact]
    public async Task Strangers_are_turned_away()
    {
        await using var host = await CarrierHost.StartAsync();
        await using var services = Twilio.LoopbackApi.Provider(new Uri(host.Url + CarrierHost.Prefix));
        var stranger = (ISmsProvider)services.GetService(typeof(ISmsProvider))!;
        Assert.Equal(20003, Assert.IsType<SendOutcome.AccountRefused>(await stranger.SendAsync(Hello, CancellationToken.None)).Code);
    }

    private static IEnumerable<string> Callbacks(CarrierHost host) =>
        host.Webhooks.Select(heard => $"{heard.Form["MessageStatus"]} {heard.Form["ErrorCode"]}");
}
