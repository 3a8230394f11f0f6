using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Api;

public sealed class ClientsTests(Product product) : IClassFixture<Product>
{
    private const string Clients = "/api/clients";

    [Fact]
    public async Task A_new_client_is_listed_with_short_phones_and_shown_whole_on_the_card()
    {
        var office = await product.OpenOfficeAsync();
        var (first, second, vet) = (Businesses.NextNumber(), Businesses.NextNumber(), Businesses.NextNumber());
        var created = await office.PostAsync(Clients, new
        {
            name = " Robin Vale ",
            phones = new[] { PhoneNumberReader.Whole(first), second.E164 },
            recurring = true,
            vetPhones = new[] { vet.E164 },
            pets = "Biscuit",
        });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var client = await created.JsonAsync();
        Assert.Equal("id name phones classification optedOut", client.Fields());
        Assert.Equal(("Robin Vale", $"•••• {first.LastFour} •••• {second.LastFour}", "recurring"), (
            client.GetProperty("name").GetString(), client.GetProperty("phones").Words(), client.GetProperty("classification").GetString()));
        Assert.Equal(client.GetRawText(), Assert.Single((await office.GetAsync(Clients)).GetProperty("items").EnumerateArray()).GetRawText());

        var card = await office.GetAsync($"{Clients}/{client.Id()}");
        Assert.Equal((first.E164 + " " + second.E164, vet.E164, "", "Biscuit"), (
            card.GetProperty("phones").Words(), card.GetProperty("vetPhones").Words(), card.GetProperty("emergencyPhones").Words(), card.GetProperty("pets").GetString()));
    }

    [Fact]
    public async Task Showing_whole_numbers_is_audited_and_the_list_is_not()
    {
        var office = await product.OpenOfficeAsync();
        var client = await AddAsync(office, "Robin", Businesses.NextNumber());
        await office.GetAsync(Clients);
        Assert.Empty(await RevealsAsync(office));
        await office.GetAsync($"{Clients}/{client}");
        Assert.Equal($"client {client}", Assert.Single(await RevealsAsync(office)));
    }

    [Fact]
    public async Task A_contact_who_is_taken_on_keeps_row_and_conversations()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        var thread = await office.TextInAsync(phone, "Hello");
        var contact = (await office.GetAsync($"/api/messages/threads/{thread}")).GetProperty("client").Id();
        var client = await AddAsync(office, "Robin Vale", Businesses.NextNumber(), phone);
        Assert.Equal(contact, client);
        Assert.Equal("Robin Vale", (await office.GetAsync($"/api/messages/threads/{thread}")).GetProperty("client").GetProperty("name").GetString());
        Assert.Equal(thread, await office.TextInAsync(phone, "It is me again"));
        await using var db = office.Db();
        Assert.Equal((1, ClientKind.Client), (await db.Clients.CountAsync(), (await db.Clients.SingleAsync()).Kind));
    }

    [Fact]
    public async Task Two_contacts_do_not_become_one_client()
    {
        var office = await product.OpenOfficeAsync();
        var (one, two) = (Businesses.NextNumber(), Businesses.NextNumber());
        await office.TextInAsync(one, "Hello");
        await office.TextInAsync(two, "Hello");
        var refusal = await (await PostAsync(office, "Robin", one.E164, two.E164)).IsProblemAsync(HttpStatusCode.Conflict, "phone_taken");
        Assert.Equal(1, refusal.GetProperty("index").GetInt32());
    }

    [Fact]
    public async Task A_phone_belongs_to_one_client_of_a_business_and_may_to_one_of_another()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        var phone = Businesses.NextNumber();
        await AddAsync(office, "Robin", phone);
        var refusal = await (await PostAsync(office, "Kim", Businesses.NextNumber().E164, phone.E164)).IsProblemAsync(HttpStatusCode.Conflict, "phone_taken");
        Assert.Equal(1, refusal.GetProperty("index").GetInt32());
        await AddAsync(other, "Robin", phone);
    }

    [Fact]
    public async Task Twenty_at_once_with_one_phone_are_one_client()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber().E164;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => PostAsync(office, $"Robin {n}", phone)));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task No_client_has_a_number_of_the_installation()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        await (await PostAsync(office, "Robin", other.Business.FrontDesk.E164)).IsProblemAsync(HttpStatusCode.Conflict, "phone_is_ours");
    }

    [Theory]
    [InlineData("12")]
    [InlineData("my phone")]
    [InlineData(null)]
    public async Task A_phone_that_is_none_is_named_by_its_place_and_not_repeated(string? text)
    {
        var office = await product.OpenOfficeAsync();
        var answer = await office.PostAsync(Clients, new { name = "Robin", phones = new[] { "+12125550142" }, vetPhones = new[] { "+12125550143", text } });
        var problem = await answer.IsProblemAsync(HttpStatusCode.BadRequest, "invalid_phone");
        Assert.Equal(("vetPhones", 1), (problem.GetProperty("field").GetString(), problem.GetProperty("index").GetInt32()));
        Assert.True(text is null || !problem.GetRawText().Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_needs_a_name_and_a_phone()
    {
        var office = await product.OpenOfficeAsync();
        await (await office.PostAsync(Clients, new { name = " ", phones = new[] { "+12125550142" } })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        await (await office.PostAsync(Clients, new { name = "Robin" })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task Writing_a_card_anew_replaces_what_stood_there()
    {
        var office = await product.OpenOfficeAsync();
        var (kept, dropped, added) = (Businesses.NextNumber(), Businesses.NextNumber(), Businesses.NextNumber());
        var id = await AddAsync(office, "Robin", dropped, kept);
        var change = await (await office.Http.PutAsJsonAsync($"{Clients}/{id}", new { name = "Robin Vale", phones = new[] { kept.E164, added.E164 } })).JsonAsync();
        Assert.Equal(("Robin Vale", "one_time"), (change.GetProperty("name").GetString(), change.GetProperty("classification").GetString()));
        Assert.Equal($"{kept.E164} {added.E164}", (await office.GetAsync($"{Clients}/{id}")).GetProperty("phones").Words());

        // The phone that was taken off the card is a stranger's again.
        var thread = await office.TextInAsync(dropped, "Hello");
        Assert.NotEqual(id, (await office.GetAsync($"/api/messages/threads/{thread}")).GetProperty("client").Id());
    }

    [Fact]
    public async Task A_phone_to_which_a_message_is_on_its_way_stays_on_the_card()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        var id = await AddAsync(office, "Robin", phone);
        var thread = await office.TextInAsync(phone, "Hello");
        product.Provider.Answer(new SendOutcome.NotTaken(TimeSpan.FromHours(1), "busy"));
        await office.WriteAsync(thread, new { body = "Hi" });
        var card = new { name = "Robin", phones = new[] { Businesses.NextNumber().E164 } };
        await (await office.Http.PutAsJsonAsync($"{Clients}/{id}", card)).IsProblemAsync(HttpStatusCode.Conflict, "phone_in_use");
        Assert.Equal(phone.E164, (await office.GetAsync($"{Clients}/{id}")).GetProperty("phones").Words());
    }

    [Fact]
    public async Task A_service_has_no_card_and_nobody_has_one_elsewhere()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        var id = await AddAsync(office, "Robin", Businesses.NextNumber());
        var card = new { name = "Robin", phones = new[] { Businesses.NextNumber().E164 } };
        await (await other.Http.GetAsync($"{Clients}/{id}")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await other.Http.PutAsJsonAsync($"{Clients}/{id}", card)).IsProblemAsync(HttpStatusCode.NotFound, "not_found");

        var service = Guid.CreateVersion7(product.Clock.GetUtcNow());
        await office.ChangeAsync(async db => await db.Clients.AddAsync(new Client { OrganizationId = office.Id, Id = service, Name = "Service", Kind = ClientKind.Service, ServiceSender = "12345" }));
        await (await office.Http.PutAsJsonAsync($"{Clients}/{service}", card)).IsProblemAsync(HttpStatusCode.Conflict, "not_a_client");
    }

    [Fact]
    public async Task Somebody_who_said_stop_is_listed_as_opted_out()
    {
        var office = await product.OpenOfficeAsync();
        await office.TextInAsync("STOP");
        var client = Assert.Single((await office.GetAsync(Clients)).GetProperty("items").EnumerateArray());
        Assert.Equal(("contact", true), (client.GetProperty("classification").GetString(), client.GetProperty("optedOut").GetBoolean()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task Pages_hold_every_client_once_by_name_while_others_are_added(int limit)
    {
        var office = await product.OpenOfficeAsync();
        foreach (var name in (string[])["Dana", "Ada", "Cleo", "Ada", "Bo", "Edda", "Ada", "Bo"])
        {
            await AddAsync(office, name, Businesses.NextNumber());
        }

        List<(string Name, Guid Id)> read = [];
        var path = $"{Clients}?limit={limit}";
        for (var next = path; next is not null;)
        {
            var page = await office.GetAsync(next);
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("name").GetString()!, item.Id())));
            next = page.GetProperty("nextCursor") is { ValueKind: JsonValueKind.String } cursor ? $"{path}&cursor={cursor.GetString()}" : null;
            await AddAsync(office, "Aaron", Businesses.NextNumber());
        }

        Assert.Equal("Ada Ada Ada Bo Bo Cleo Dana Edda", string.Join(' ', read.Select(row => row.Name)));
        Assert.Equal(read.Count, read.DistinctBy(row => row.Id).Count());
        await (await office.Http.GetAsync($"{path}&cursor=nonsense")).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await (await office.Http.GetAsync($"{path}&cursor={Web.Api.Cursors.Of(Guid.Empty)}")).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await (await office.Http.GetAsync($"{Clients}?limit=0")).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_limit");
    }

    [Fact]
    public async Task Sitters_have_no_business_here()
    {
        var office = await product.OpenOfficeAsync();
        using var sitter = await office.HireAsync(Role.Sitter, "Ana Silva");
        foreach (var path in (string[])["clients", "numbers", "flags", "audit"])
        {
            await (await sitter.GetAsync($"/api/{path}")).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    private static Task<HttpResponseMessage> PostAsync(Office office, string name, params string[] phones) => office.PostAsync(Clients, new { name, phones });

    private static async Task<Guid> AddAsync(Office office, string name, params PhoneNumber[] phones) =>
        (await (await PostAsync(office, name, [.. phones.Select(phone => phone.E164)])).JsonAsync()).Id();

    private static async Task<IEnumerable<string?>> RevealsAsync(Office office) =>
        (await office.GetAsync("/api/audit?type=client.numbers_revealed")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("subject").GetString());
}
