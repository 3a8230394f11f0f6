using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Backfill;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Proving;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Backfill;

/// <summary>Conversations of an older system, line by line, into a business that is already at work.</summary>
public abstract class OldThreadsTests(Product product)
{
    [Fact]
    public async Task An_old_conversation_gets_the_front_desk_or_its_own_number_and_nothing_is_doubled()
    {
        var office = await product.OpenOfficeAsync();
        var pool = (await (await office.PostAsync("/api/numbers", new { e164 = Businesses.NextNumber().E164, @class = "pool" })).JsonAsync()).Id();
        var (one, other) = (Businesses.NextNumber(), Businesses.NextNumber());
        var file = string.Join('\n',
            Line(office, one, null, Told("inbound", "Hello", "2024-05-01T09:00:00-04:00"), Told("outbound", "Hi there", "2024-05-01T09:05:00-04:00"), Told("inbound", "Ok", "2024-05-01T09:06:00Z"), Told("inbound", "Ok", "2024-05-01T09:06:00Z")),
            Line(office, other, await E164OfAsync(office, pool), Told("inbound", "A picture of Otis", "2024-06-01T10:00:00Z", "SMold1")),
            "");
        Assert.Equal(new BackfillVerdict.Done(2, 5, 0), await BringInAsync(file));
        Assert.Equal(new BackfillVerdict.Done(0, 0, 5), await BringInAsync(file));

        await using var db = office.Db();
        var threads = await db.Threads.OrderBy(thread => thread.LastMessageAt).ToListAsync();
        Assert.Equal([office.Business.FrontDeskId, pool], threads.Select(thread => thread.NumberId));
        Assert.Equal((4, 3, (DateTimeOffset?)null), (threads[0].MessageCount, threads[0].InboundCount, threads[0].NeedsOwnerSince));
        Assert.Equal(("Hi there", Direction.Outbound), (threads[0].LastMessagePreview, threads[0].LastMessageDirection));
        Assert.Equal((0, 0), (await db.Outbox.CountAsync(), await db.RoutingDecisions.CountAsync()));
        Assert.Equal(0, (await office.GetAsync("/api/messages/threads")).GetProperty("items")[0].GetProperty("unread").GetInt32());
        await HoldsAsync();
    }

    [Fact]
    public async Task What_comes_in_later_goes_on_in_the_same_conversation_and_is_not_told_twice()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        await BringInAsync(Line(office, phone, null, Told("inbound", "Long ago", "2024-05-01T09:00:00Z", "SMagain")));
        var thread = await office.TextInAsync(phone, "And now");
        await product.Webhooks.TextAsync(phone.E164, office.Business.FrontDesk.E164, "Long ago", "SMagain");
        await BringInAsync(Line(office, phone, null, Told("inbound", "Long ago", "2024-05-01T09:00:00Z", "SMagain"), Told("inbound", "Even longer ago", "2023-05-01T09:00:00Z")));
        await office.ProcessedAsync();
        await using var db = office.Db();
        var bodies = await db.Messages.Where(row => row.ThreadId == thread).OrderBy(row => row.CreatedAt).Select(row => row.Body).ToListAsync();
        Assert.Equal("Even longer ago, Long ago, And now", string.Join(", ", bodies));
        Assert.Equal("And now", (await db.Threads.SingleAsync()).LastMessagePreview);
        await HoldsAsync();
    }

    [Fact]
    public async Task A_wish_not_to_be_texted_still_holds()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        await BringInAsync(Line(office, phone, null, Told("inbound", "Stop.", "2024-05-01T09:00:00Z")));
        await using var db = office.Db();
        var thread = await db.Threads.SingleAsync();
        Assert.IsType<SendVerdict.RecipientOptedOut>(
            await product.App.Get<MessageSender>().SendAsync(new SendRequest(office.Owner, thread.Id, "Hi"), CancellationToken.None));
    }

    [Theory]
    [InlineData("", "not json at all")]
    [InlineData("", "[1, 2]")]
    [InlineData("org", """{"org":"7","clientPhone":"PHONE","number":null,"messages":[]}""")]
    [InlineData("org", """{"org":"00000000-0000-7000-8000-000000000001","clientPhone":"PHONE","number":null,"messages":[]}""")]
    [InlineData("clientPhone", """{"org":"ORG","clientPhone":"5550142","number":null,"messages":[]}""")]
    [InlineData("clientPhone", """{"org":"ORG","clientPhone":"FRONTDESK","number":null,"messages":[]}""")]
    [InlineData("number", """{"org":"ORG","clientPhone":"PHONE","number":"PHONE","messages":[]}""")]
    [InlineData("number", """{"org":"ORG","clientPhone":"PHONE","number":12,"messages":[]}""")]
    [InlineData("messages", """{"org":"ORG","clientPhone":"PHONE","number":null}""")]
    [InlineData("messages[0]", """{"org":"ORG","clientPhone":"PHONE","messages":["Hi"]}""")]
    [InlineData("messages[0].direction", """{"org":"ORG","clientPhone":"PHONE","messages":[{"direction":"up","body":"Hi","at":"2024-05-01T09:00:00Z"}]}""")]
    [InlineData("messages[0].body", """{"org":"ORG","clientPhone":"PHONE","messages":[{"direction":"inbound","at":"2024-05-01T09:00:00Z"}]}""")]
    [InlineData("messages[0].at", """{"org":"ORG","clientPhone":"PHONE","messages":[{"direction":"inbound","body":"Hi","at":"2024-05-01T09:00:00"}]}""")]
    [InlineData("messages[0].at", """{"org":"ORG","clientPhone":"PHONE","messages":[{"direction":"inbound","body":"Hi","at":"2124-05-01T09:00:00Z"}]}""")]
    [InlineData("messages[0].providerId", """{"org":"ORG","clientPhone":"PHONE","messages":[{"direction":"inbound","body":"Hi","at":"2024-05-01T09:00:00Z","providerId":"a b"}]}""")]
    public async Task A_wrong_line_is_named_without_what_stands_there_and_nothing_is_written(string field, string line)
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        var wrong = line.Replace("ORG", $"{office.Id}", StringComparison.Ordinal).Replace("PHONE", phone.E164, StringComparison.Ordinal)
            .Replace("FRONTDESK", office.Business.FrontDesk.E164, StringComparison.Ordinal);
        var refused = Assert.IsType<BackfillVerdict.Refused>(await BringInAsync(
            $"{Line(office, Businesses.NextNumber(), null, Told("inbound", "Fine", "2024-05-01T09:00:00Z"))}\n{wrong}"));
        var fault = Assert.Single(refused.Faults);
        Assert.Equal((2, field), (fault.Line, fault.Field));
        Assert.DoesNotContain(phone.E164, $"{fault}", StringComparison.Ordinal);
        await using var db = office.Db();
        Assert.Equal((0, 0), (await db.Threads.CountAsync(), await db.Clients.CountAsync()));
    }

    private Task<BackfillVerdict> BringInAsync(string file) => product.App.Get<OldThreads>().BringInAsync(new StringReader(file), CancellationToken.None);

    private async Task HoldsAsync() =>
        Assert.All(await product.App.Get<Prover>().RunAsync(CancellationToken.None), finding => Assert.True(finding.Holds, $"{finding}"));

    private static async Task<PhoneNumber> E164OfAsync(Office office, Guid number)
    {
        await using var db = office.Db();
        return (await db.Numbers.SingleAsync(row => row.Id == number)).Phone;
    }

    private static object Told(string direction, string body, string at, string? providerId = null) => new { direction, body, at, providerId };

    private static string Line(Office office, PhoneNumber phone, PhoneNumber? number, params object[] messages) =>
        System.Text.Json.JsonSerializer.Serialize(new { org = office.Id, clientPhone = phone.E164, number = number?.E164, messages });
}
