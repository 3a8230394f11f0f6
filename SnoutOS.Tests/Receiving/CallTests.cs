using System.Net;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Receiving;

/// <summary>Calls through the real door: answered in the business's words, kept as missed calls.</summary>
public sealed class CallTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_caller_hears_the_business_and_the_owner_sees_a_missed_call()
    {
        var office = await product.OpenOfficeAsync();
        var caller = Businesses.NextNumber();
        var answer = await product.Webhooks.CallAsync(caller.E164, office.Business.FrontDesk.E164);
        Assert.Equal((HttpStatusCode.OK, "text/xml"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(">You have reached Happy Tails.", said, StringComparison.Ordinal);
        Assert.EndsWith("</Say><Hangup /></Response>", said, StringComparison.Ordinal);

        await office.ProcessedAsync();
        await using var db = office.Db();
        var client = await db.Clients.Include(row => row.Phones).SingleAsync();
        Assert.Equal((ClientKind.Contact, caller), (client.Kind, client.Phones.Single().Phone));
        var message = await db.Messages.SingleAsync();
        Assert.Equal((MessagePurpose.MissedCall, "", MessageStatus.Received), (message.Purpose, message.Body, message.Status));
        var thread = await db.Threads.SingleAsync();
        Assert.Equal(("Missed call", 1, (DateTimeOffset?)message.CreatedAt), (thread.LastMessagePreview, thread.InboundCount, thread.NeedsOwnerSince));

        // Nothing was decided, and nothing is answered.
        Assert.Equal((0, 0), (await db.RoutingDecisions.CountAsync(), await db.Outbox.CountAsync()));
        var shown = (await office.GetAsync($"/api/messages/threads/{thread.Id}/messages")).GetProperty("items")[0];
        Assert.Equal("missed_call", shown.GetProperty("purpose").GetString());
    }

    [Fact]
    public async Task The_same_call_asked_about_ten_times_is_one()
    {
        var office = await product.OpenOfficeAsync();
        var (caller, sid) = (Businesses.NextNumber().E164, $"CA{Webhooks.NewSid()[2..]}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => product.Webhooks.CallAsync(caller, office.Business.FrontDesk.E164, sid)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await office.ProcessedAsync();
        await using var db = office.Db();
        Assert.Equal(1, await db.Messages.CountAsync());
        Assert.Equal(9, (await db.ProviderEvents.SingleAsync(row => row.ProviderSid == sid)).Repeats);
    }

    [Fact]
    public async Task Own_words_are_spoken_and_markup_in_them_is_text()
    {
        var office = await product.OpenOfficeAsync();
        await product.App.Get<NoticeTexts>().ChangeAsync(office.Owner, NoticeKind.VoiceAnswer, "{business} <texts> & barks.", isOn: true, CancellationToken.None);
        var said = await SaidAsync(Businesses.NextNumber(), office.Business.FrontDesk);
        Assert.Contains(">Happy Tails &lt;texts&gt; &amp; barks.<", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_to_nobodys_number_hears_a_neutral_sentence_and_is_kept_for_the_operator()
    {
        var office = await product.OpenOfficeAsync();
        var nobodys = Businesses.NextNumber();
        Assert.Contains(">This number takes text messages only.", await SaidAsync(Businesses.NextNumber(), nobodys), StringComparison.Ordinal);
        await office.ProcessedAsync();
        await using var db = product.App.Get<SnoutDb>().ForInstallation();
        var kept = await db.ProviderEvents.SingleAsync(row => row.Recipient == nobodys.E164);
        Assert.Equal((ProviderEventState.Unroutable, ProviderEventKind.Call), (kept.State, kept.Kind));
    }

    [Fact]
    public async Task A_call_to_a_pool_number_that_the_caller_does_not_hold_belongs_to_the_front_desk()
    {
        var office = await product.OpenOfficeAsync();
        var pool = Businesses.NextNumber();
        await product.App.Get<NumberBook>().AddAsync(office.Owner, pool, NumberClass.Pool, null, CancellationToken.None);
        await SaidAsync(Businesses.NextNumber(), pool);
        await office.ProcessedAsync();
        await using var db = office.Db();
        Assert.Equal(office.Business.FrontDeskId, (await db.Threads.SingleAsync()).NumberId);
    }

    [Fact]
    public async Task A_call_takes_back_nothing_that_was_texted_and_moves_no_answer_to_another_phone()
    {
        var office = await product.OpenOfficeAsync();
        var (mobile, landline) = (Businesses.NextNumber(), Businesses.NextNumber());
        var client = (await (await office.PostAsync("/api/clients", new { name = "Robin", phones = new[] { mobile.E164, landline.E164 } })).JsonAsync()).Id();
        var threadId = await office.TextInAsync(mobile, "please stop texting me");
        await SaidAsync(landline, office.Business.FrontDesk);
        await office.ProcessedAsync();
        await using var db = office.Db();
        var thread = await db.Threads.SingleAsync(row => row.ClientId == client);
        Assert.Equal((threadId, 2, "Missed call"), (thread.Id, thread.MessageCount, thread.LastMessagePreview));
        Assert.True(thread.OptOutSuspected);
        Assert.Equal(mobile, await db.ClientPhones.Where(row => row.Id == thread.LastClientPhoneId).Select(row => row.Phone).SingleAsync());
    }

    [Fact]
    public async Task While_messaging_is_off_a_call_is_answered_and_kept()
    {
        var office = await product.OpenOfficeAsync();
        await SwitchAsync(office, false);
        Assert.Contains("Happy Tails", await SaidAsync(Businesses.NextNumber(), office.Business.FrontDesk), StringComparison.Ordinal);
        await office.ProcessedAsync();
        await using (var off = office.Db())
        {
            Assert.Equal(0, await off.Messages.CountAsync());
        }

        Assert.Equal(1, (await office.GetAsync("/api/messages/diagnostics")).GetProperty("webhooks").GetProperty("unprocessed").GetInt32());
        await SwitchAsync(office, true);
        await Until.TrueAsync(async () =>
        {
            product.Clock.Advance(TimeSpan.FromSeconds(1));
            await using var on = office.Db();
            return await on.Messages.AnyAsync(row => row.Purpose == MessagePurpose.MissedCall);
        });
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("+266696687")]
    public async Task Whoever_shows_no_number_is_a_service_sender(string from)
    {
        var office = await product.OpenOfficeAsync();
        (await product.Webhooks.CallAsync(from, office.Business.FrontDesk.E164)).EnsureSuccessStatusCode();
        await office.ProcessedAsync();
        await using var db = office.Db();
        Assert.Equal((ClientKind.Service, "nobody"), await db.Clients.Select(row => new ValueTuple<ClientKind, string?>(row.Kind, row.ServiceSender)).SingleAsync());
    }

    [Fact]
    public async Task Without_a_signature_nothing_is_taken_and_signed_nonsense_is_kept()
    {
        (string, string)[] fields = [("CallSid", "CA0123456789abcdef0123456789abcdef"), ("From", "+12015550101"), ("To", "+12015550102")];
        var unsigned = await product.Webhooks.SendAsync("/voice", Webhooks.Encode(fields), Webhooks.Sign(Webhooks.PublicUrl, fields));
        Assert.Equal(HttpStatusCode.Forbidden, unsigned.StatusCode);
        var nonsense = await product.Webhooks.PostAsync("/voice", [("Caller", "+12015550101")]);
        Assert.Equal(HttpStatusCode.OK, nonsense.StatusCode);
        Assert.Contains("text messages only", await nonsense.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<string> SaidAsync(PhoneNumber from, PhoneNumber to)
    {
        var answer = await product.Webhooks.CallAsync(from.E164, to.E164);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private Task SwitchAsync(Office office, bool on) => product.App.Get<MessagingFlags>()
        .SetOrganizationAsync(office.Owner, new Dictionary<Flag, bool?> { [Flag.Messaging] = on }, "test", CancellationToken.None);
}
