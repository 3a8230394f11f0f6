using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator.Carrier;
using SnoutOS.Web.Simulator.Weather;

namespace SnoutOS.Tests.Simulator;

/// <summary>Whatever the weather at the carrier, a message ends where it should, and arrives at most once.</summary>
public sealed class CarrierWeatherTests(AppWithPhones fixture) : IClassFixture<AppWithPhones>
{
    private static readonly TimeSpan UntilTheSenderGivesUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UntilTheLookUp = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData("Sunny: delivered", "in order", MessageStatus.Delivered, null)]
    [InlineData("Sunny: delivered", "backwards", MessageStatus.Delivered, null)]
    [InlineData("Sunny: delivered", "each twice", MessageStatus.Delivered, null)]
    [InlineData("Sunny: delivered", "5 seconds late", MessageStatus.Delivered, null)]
    [InlineData("Sunny: delivered", "never", MessageStatus.Delivered, null)]
    [InlineData("Phone is off (30003)", "in order", MessageStatus.Undelivered, 30003)]
    [InlineData("Phone is off (30003)", "backwards", MessageStatus.Undelivered, 30003)]
    [InlineData("Filtered as spam (30007)", "in order", MessageStatus.Undelivered, 30007)]
    [InlineData("Landline (30006)", "in order", MessageStatus.Failed, 30006)]
    [InlineData("Opted out there (21610)", "in order", MessageStatus.Failed, 21610)]
    [InlineData("Too many requests, twice (429)", "in order", MessageStatus.Delivered, null)]
    [InlineData("Error 500 after accepting", "in order", MessageStatus.Delivered, null)]
    [InlineData("Error 500 after accepting", "never", MessageStatus.Delivered, null)]
    [InlineData("Line drops after accepting", "in order", MessageStatus.Delivered, null)]
    [InlineData("Line drops after accepting", "never", MessageStatus.Delivered, null)]
    [InlineData("No answer after accepting", "never", MessageStatus.Delivered, null)]
    public async Task A_message_ends_where_it_should(string send, string callbacks, MessageStatus status, int? errorCode)
    {
        var company = await PhoneCompany.OpenAsync(fixture);
        var thread = (await company.TextAsync("Hello?")).ThreadId;
        var weather = CarrierWeather.Of(
            CarrierWeather.Sends.Single(weather => weather.Name == send),
            CarrierWeather.Callbacks.Single(weather => weather.Name == callbacks));
        company.Carrier.BehaveNext(weather);

        var answer = await company.AnsweredAsync(thread, "Hello!");
        await SkipLongWaitsAsync(company, weather, answer);

        Assert.Equal(errorCode, (await company.StatusIsAsync(answer, status)).ErrorCode);
        await company.QuietAsync();
        Assert.Equal(status, (await company.ReadAsync(answer)).Status);
        Assert.Equal(status is MessageStatus.Delivered ? 1 : 0, company.Got().Count());
        Assert.Empty(company.Carrier.Upcoming);
    }

    private static async Task SkipLongWaitsAsync(PhoneCompany company, CarrierBehavior weather, Guid answer)
    {
        if (weather.AnswerDelay > TimeSpan.Zero)
        {
            await company.WaitAsync(() => Task.FromResult(company.Got().Any()));
            company.Skip(UntilTheSenderGivesUp);
        }

        if (weather.Callbacks is not CarrierCallbacks.Lost)
        {
            return;
        }

        if (weather.Answer is not CarrierAnswer.Created || weather.AnswerDelay > TimeSpan.Zero)
        {
            await company.StatusIsAsync(answer, MessageStatus.Ambiguous);
            await company.QuietAsync();
            company.Skip(UntilTheLookUp);
            return;
        }

        await company.WaitAsync(() => Task.FromResult(company.Got().Any()));
        await company.QuietAsync();
        company.Skip(PhoneCompany.UntilThePoll);
    }

    [Theory]
    [InlineData("once")]
    [InlineData("twice")]
    [InlineData("five times")]
    [InlineData("5 seconds late")]
    [InlineData("never, the poll finds it")]
    public async Task However_the_webhook_comes_there_is_one_message(string webhook)
    {
        var company = await PhoneCompany.OpenAsync(fixture);
        var text = await company.TextAsync("Is anybody there?", CarrierWeather.Webhooks.Single(weather => weather.Name == webhook));
        await using var db = company.Db();
        Assert.Equal(text.Id, (await db.Messages.SingleAsync()).Id);
    }

    [Fact]
    public async Task What_crosses_the_wire_is_told_without_a_number()
    {
        var company = await PhoneCompany.OpenAsync(fixture);
        var thread = (await company.TextAsync("Hello?")).ThreadId;
        await company.StatusIsAsync(await company.AnsweredAsync(thread, "Hello!"), MessageStatus.Delivered);

        var crossings = company.Carrier.Log.Crossings.Where(crossing => crossing.Numbers.Contains(company.Phone[^4..], StringComparison.Ordinal)).ToList();

        Assert.Contains(crossings, crossing => crossing is { ToBusiness: true, Path: "webhook/twilio", Status: 200 });
        Assert.Contains(crossings, crossing => crossing is { ToBusiness: false, Path: "Messages.json", Status: 201 });
        Assert.Contains(crossings, crossing => crossing.ToBusiness && crossing.Path.StartsWith("webhook/twilio/status/…", StringComparison.Ordinal));
        Assert.All(crossings, crossing => Assert.DoesNotContain(company.Phone[2..], $"{crossing.Path} {crossing.Numbers}", StringComparison.Ordinal));
    }
}
