using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Api;

/// <summary>Writing over the API: the message, and each refusal with its code.</summary>
public sealed class SendingTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_message_is_answered_as_it_was_stored()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        var answer = await office.WriteAsync(thread, new { body = "We do!", forceSend = true });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var message = await answer.JsonAsync();
        Assert.Equal(
            "id threadId direction author body purpose status createdAt sentAt deliveredAt errorCode segments media retryOf flags findings routing",
            message.Fields());
        Assert.Equal((thread, "outbound", "We do!", "conversation", 1), (
            message.GetProperty("threadId").GetGuid(),
            message.GetProperty("direction").GetString(),
            message.GetProperty("body").GetString(),
            message.GetProperty("purpose").GetString(),
            message.GetProperty("segments").GetInt32()));
        Assert.Equal("""{"kind":"owner","name":"Olivia Park"}""", message.GetProperty("author").GetRawText());
        await office.StatusIsAsync(message.Id(), MessageStatus.Sending);
        Assert.Contains(product.Provider.Asked, sms => sms.MessageId == message.Id() && sms.From == office.Business.FrontDesk);
    }

    [Fact]
    public async Task An_inbound_message_tells_where_it_went_and_why()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        var thread = await office.TextInAsync(phone, "Hello");
        var message = (await office.GetAsync($"/api/messages/threads/{thread}/messages")).GetProperty("items")[0];
        Assert.Equal("""{"target":"owner_inbox","reason":"unknown_sender"}""", message.GetProperty("routing").GetRawText());
        var routing = await office.GetAsync($"/api/messages/{message.Id()}/routing");
        Assert.Equal(("unknown_sender", "front_desk", $"•••• {phone.LastFour}", "unknown"), (
            routing.GetProperty("reason").GetString(),
            routing.GetProperty("numberClass").GetString(),
            routing.GetProperty("sender").GetString(),
            routing.GetProperty("facts").GetProperty("sender").GetString()));
        Assert.DoesNotContain(phone.E164[1..], routing.GetRawText(), StringComparison.Ordinal);

        var written = (await (await office.WriteAsync(thread, new { body = "Hi" })).JsonAsync()).Id();
        await (await office.Http.GetAsync($"/api/messages/{written}/routing")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task The_same_key_sends_once()
    {
        var office = await product.OpenOfficeAsync();
        var (thread, elsewhere) = (await office.TextInAsync(), await office.TextInAsync());
        var first = await office.WriteAsync(thread, new { body = "Once", idempotencyKey = "a" });
        var again = await office.WriteAsync(thread, new { body = "Once", idempotencyKey = "a" });
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal((await first.JsonAsync()).Id(), (await again.JsonAsync()).Id());
        await (await office.WriteAsync(thread, new { body = "Twice", idempotencyKey = "a" })).IsProblemAsync(HttpStatusCode.Conflict, "idempotency_key_reused");
        await (await office.WriteAsync(elsewhere, new { body = "Once", idempotencyKey = "a" })).IsProblemAsync(HttpStatusCode.Conflict, "idempotency_key_reused");
        await using var db = office.Db();
        Assert.Equal(1, await db.Messages.CountAsync(message => message.Direction == Direction.Outbound));
    }

    [Theory]
    [InlineData("", "body_empty")]
    [InlineData(" \n ", "body_empty")]
    [InlineData(null, "body_empty")]
    public async Task A_message_without_a_text_is_refused(string? body, string code)
    {
        var office = await product.OpenOfficeAsync();
        await (await office.WriteAsync(Guid.Empty, new { body })).IsProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Sixteen_hundred_units_go_and_one_more_does_not()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        Assert.Equal(HttpStatusCode.Created, (await office.WriteAsync(thread, new { body = new string('a', 1600) })).StatusCode);
        await (await office.WriteAsync(Guid.Empty, new { body = new string('a', 1601) })).IsProblemAsync(HttpStatusCode.BadRequest, "body_too_long");
        await (await office.WriteAsync(Guid.Empty, new { body = "Hello" })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_purpose_that_is_not_a_persons_is_refused()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        await (await office.WriteAsync(thread, new { body = "Hello", purpose = "notice" })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task An_inactive_number_names_the_thread_where_it_goes_on()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        var desk = await office.TextInAsync(phone, "Hello");
        var pool = await PoolAsync(office);
        await LeaseAsync(office, desk, pool);
        var thread = await office.TextInAsync(phone, "Hello", pool);
        await office.ChangeAsync(async db => (await db.Leases.SingleAsync()).ReleasedAt = product.Clock.GetUtcNow());
        var refusal = await (await office.WriteAsync(thread, new { body = "Hi" })).IsProblemAsync(HttpStatusCode.Conflict, "number_inactive");
        var next = refusal.GetProperty("continueOnThreadId").GetGuid();
        Assert.Equal("front_desk", (await office.GetAsync($"/api/messages/threads/{next}")).GetProperty("number").GetProperty("class").GetString());
        Assert.Equal(HttpStatusCode.Created, (await office.WriteAsync(next, new { body = "Hi" })).StatusCode);
    }

    [Fact]
    public async Task A_client_who_said_stop_is_not_written_to()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync("STOP");
        await (await office.WriteAsync(thread, new { body = "Hi" })).IsProblemAsync(HttpStatusCode.Conflict, "recipient_opted_out");
        Assert.Contains("opted_out", (await office.GetAsync($"/api/messages/threads/{thread}")).GetProperty("flags").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_leaves_from_the_front_desk_only()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        var desk = await office.TextInAsync(phone, "Hello");
        var pool = await PoolAsync(office);
        await LeaseAsync(office, desk, pool);
        var thread = await office.TextInAsync(phone, "Hello", pool);
        await (await office.WriteAsync(thread, new { body = "Invoice", purpose = "billing" })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "billing_front_desk_only");
        Assert.Equal(HttpStatusCode.Created, (await office.WriteAsync(thread, new { body = "No invoice" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await office.WriteAsync(desk, new { body = "Invoice", purpose = "billing" })).StatusCode);
    }

    [Fact]
    public async Task A_client_without_a_phone_cannot_be_written_to()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        await office.ChangeAsync(async db => db.ClientPhones.RemoveRange(await db.ClientPhones.ToListAsync()));
        await (await office.WriteAsync(thread, new { body = "Hi" })).IsProblemAsync(HttpStatusCode.Conflict, "no_phone");
    }

    [Fact]
    public async Task A_failed_message_is_retried_once_as_a_new_one()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        product.Provider.Answer(new SendOutcome.Rejected(30003, "unreachable"));
        var failed = (await (await office.WriteAsync(thread, new { body = "Try" })).JsonAsync()).Id();
        await office.StatusIsAsync(failed, MessageStatus.Failed);
        var retried = await office.PostAsync($"/api/messages/{failed}/retry");
        Assert.Equal(HttpStatusCode.Created, retried.StatusCode);
        var message = await retried.JsonAsync();
        Assert.Equal((failed, "Try"), (message.GetProperty("retryOf").GetGuid(), message.GetProperty("body").GetString()));
        await (await office.PostAsync($"/api/messages/{failed}/retry")).IsProblemAsync(HttpStatusCode.Conflict, "not_retryable");
        await (await office.PostAsync($"/api/messages/{message.Id()}/retry")).IsProblemAsync(HttpStatusCode.Conflict, "not_retryable");
    }

    /// <summary>Gives the client of a thread the use of a pool number.</summary>
    private Task LeaseAsync(Office office, Guid thread, PhoneNumber pool) => office.ChangeAsync(async db => db.Leases.Add(new Lease
    {
        OrganizationId = office.Id,
        Id = Guid.CreateVersion7(product.Clock.GetUtcNow()),
        ClientId = (await db.Threads.SingleAsync(row => row.Id == thread)).ClientId,
        NumberId = (await db.Numbers.SingleAsync(row => row.Phone == pool)).Id,
        StartedAt = product.Clock.GetUtcNow(),
    }));

    private async Task<PhoneNumber> PoolAsync(Office office)
    {
        var number = new MessageNumber
        {
            OrganizationId = office.Id,
            Id = Guid.CreateVersion7(product.Clock.GetUtcNow()),
            Phone = Businesses.NextNumber(),
            Class = NumberClass.Pool,
            Status = NumberStatus.Active,
            CreatedAt = product.Clock.GetUtcNow(),
        };
        await office.ChangeAsync(async db => await db.Numbers.AddAsync(number));
        return number.Phone;
    }
}
