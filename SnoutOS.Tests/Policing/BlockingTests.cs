using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing;

/// <summary>A sitter's message that leads around the business: kept, shown to the owner, never delivered.</summary>
public sealed class BlockingTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Is_kept_whole_for_the_owner_and_never_leaves()
    {
        var day = await PolicedDay.OpenAsync(product);
        var id = await day.AttemptAsync();
        await day.SendAsync(PolicedDay.Clean);
        Assert.Equal([$"Happy Tails, Ana here: {PolicedDay.Clean}"], await day.SentToRobinAsync(1));

        var held = (await day.MessagesAsync())[1];
        Assert.Equal((id, "blocked", PolicedDay.Poaching, "blocked"), (held.Id(), held.Text("status"), held.Text("body"), held.GetProperty("flags").Words()));
        var finding = Assert.Single(held.GetProperty("findings").EnumerateArray());
        Assert.Equal("212-555-0142", PolicedDay.Poaching.Substring(finding.GetProperty("start").GetInt32(), finding.GetProperty("length").GetInt32()));
        Assert.Equal(("phone_number", "block"), (finding.Text("type"), finding.Text("action")));

        var thread = Assert.Single((await day.Office.GetAsync($"{PolicedDay.Threads}?inbox=owner")).GetProperty("items").EnumerateArray());
        Assert.Equal("needs_owner urgent held", thread.GetProperty("flags").Words());
        Assert.Equal(["sitter|phone_number|"], await day.AuditAsync("message.blocked"));
        Assert.Equal(1, (await day.Office.GetAsync("/api/messages/diagnostics")).GetProperty("antiPoachingBlocked").GetInt32());
    }

    [Fact]
    public async Task The_sitter_reads_a_friendly_sentence_and_nothing_of_what_was_found()
    {
        var day = await PolicedDay.OpenAsync(product);
        var id = await day.AttemptAsync();
        Assert.Empty(await day.AnasMessagesAsync());
        await (await day.AnaHttp.GetAsync($"/api/messages/{id}/routing")).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await day.AnaHttp.PostAsync($"/api/messages/{id}/force-send", JsonContent.Create(new { reason = "me" })))
            .IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        var refusal = (await (await day.WriteAsync(PolicedDay.Poaching)).Content.ReadAsStringAsync()).ToUpperInvariant();
        Assert.DoesNotContain("0142", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("PHONE", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("FINDING", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_twice_with_one_key_is_one_attempt()
    {
        var day = await PolicedDay.OpenAsync(product);
        var first = await (await day.WriteAsync(PolicedDay.Poaching, "key-1")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "anti_poaching_blocked");
        var second = await (await day.WriteAsync(PolicedDay.Poaching, "key-1")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "anti_poaching_blocked");
        Assert.Equal(first.Text("messageId"), second.Text("messageId"));
        Assert.Single(await day.MessagesAsync());
    }

    [Fact]
    public async Task What_the_office_writes_is_delivered_with_a_note()
    {
        var day = await PolicedDay.OpenAsync(product);
        (await day.Office.WriteAsync(day.Thread, new { body = PolicedDay.Poaching })).EnsureSuccessStatusCode();
        Assert.Equal([PolicedDay.Poaching], await day.SentToRobinAsync(1));
        var message = Assert.Single(await day.MessagesAsync());
        Assert.Equal(("", "off"), (message.GetProperty("flags").Words(), Assert.Single(message.GetProperty("findings").EnumerateArray()).Text("action")));
        Assert.Equal(0, (await day.Office.GetAsync("/api/messages/diagnostics")).GetProperty("antiPoachingBlocked").GetInt32());
    }

    [Fact]
    public async Task A_number_split_over_messages_is_flagged_and_delivered()
    {
        var day = await PolicedDay.OpenAsync(product);
        await day.SendAsync("my number is 212");
        await day.SendAsync("555");
        await day.SendAsync("0142");
        Assert.Equal(3, (await day.SentToRobinAsync(3)).Length);
        Assert.Contains(await day.MessagesAsync(), message => message.GetProperty("flags").Words() == "flagged");
        Assert.Equal("active", await day.AnasStatusAsync());
    }

    [Fact]
    public async Task After_ten_minutes_the_parts_are_no_longer_put_together()
    {
        var day = await PolicedDay.OpenAsync(product);
        await day.SendAsync("my number is 212");
        product.Clock.Advance(TimeSpan.FromMinutes(11));
        await day.SendAsync("555");
        product.Clock.Advance(TimeSpan.FromMinutes(11));
        await day.SendAsync("0142");
        Assert.Equal("", (await day.MessagesAsync())[0].GetProperty("flags").Words());
    }

    [Fact]
    public async Task The_clients_vet_the_businesss_own_numbers_and_the_list_may_be_named()
    {
        var day = await PolicedDay.OpenAsync(product, "+12125550142");
        await day.SendAsync("Oak Vet is at 212-555-0142 if you need them.");
        await day.SendAsync($"The office is at {day.Office.Business.FrontDesk.E164}.");
        var book = product.App.Get<Domain.Policing.AllowedContacts>();
        Assert.IsType<Domain.Policing.AllowResult.Allowed>(
            await book.AddAsync(day.Office.Owner, "https://happy-tails.example/prices", "our site", evenSomebodys: false, CancellationToken.None));
        await day.SendAsync("Prices are on happy-tails.example.");
        Assert.Equal(3, (await day.SentToRobinAsync(3)).Length);
    }

    [Fact]
    public async Task A_clients_own_phone_is_allowed_only_with_the_owners_express_word()
    {
        var day = await PolicedDay.OpenAsync(product);
        var book = product.App.Get<Domain.Policing.AllowedContacts>();
        var somebodys = await book.AddAsync(day.Office.Owner, day.Phone.E164, "", evenSomebodys: false, CancellationToken.None);
        Assert.Equal("Robin Vale", Assert.IsType<Domain.Policing.AllowResult.BelongsToSomebody>(somebodys).Name);
        Assert.IsType<Domain.Policing.AllowResult.Allowed>(
            await book.AddAsync(day.Office.Owner, day.Phone.E164, "", evenSomebodys: true, CancellationToken.None));
        Assert.IsType<Domain.Policing.AllowResult.AlreadyAllowed>(
            await book.AddAsync(day.Office.Owner, day.Phone.E164, "", evenSomebodys: true, CancellationToken.None));
        Assert.IsType<Domain.Policing.AllowResult.NotReadable>(
            await book.AddAsync(day.Office.Owner, "somebody", "", evenSomebodys: true, CancellationToken.None));
    }

    [Fact]
    public async Task A_contact_card_is_read_like_a_text()
    {
        var day = await PolicedDay.OpenAsync(product);
        var card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nTEL;TYPE=CELL:+1 212 555\r\n  0142\r\nEND:VCARD\r\n"u8.ToArray();
        var ana = new Domain.Access.Actor(day.Office.Id, day.Ana.UserId, "Ana Silva", Domain.Organizations.Role.Sitter);
        var verdict = await product.App.Get<MessageSender>().SendAsync(
            new SendRequest(ana, day.Thread, "Here you go", Attachments: [new OutgoingAttachment(card)]), CancellationToken.None);
        Assert.IsType<SendVerdict.Blocked>(verdict);
        var finding = Assert.Single(Assert.Single(await day.MessagesAsync()).GetProperty("findings").EnumerateArray());
        Assert.Equal(("phone_number", 0, 0), (finding.Text("type"), finding.GetProperty("attachment").GetInt32(), finding.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task A_name_that_is_a_number_does_not_travel_either()
    {
        var day = await PolicedDay.OpenAsync(product);
        await day.Office.ChangeAsync(async db => (await db.Sitters.SingleAsync(row => row.Id == day.Ana.SitterId)).Name = "Ana-212-555-0142 Silva");
        await day.AttemptAsync(PolicedDay.Clean);
        var finding = Assert.Single(Assert.Single(await day.MessagesAsync()).GetProperty("findings").EnumerateArray());
        Assert.Equal(("phone_number", 0), (finding.Text("type"), finding.GetProperty("length").GetInt32()));
    }
}
