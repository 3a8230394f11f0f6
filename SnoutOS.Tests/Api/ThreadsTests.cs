using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Api;

public sealed class ThreadsTests(Product product) : IClassFixture<Product>
{
    private const string Threads = "/api/messages/threads";

    [Fact]
    public async Task A_text_that_came_in_is_a_conversation_in_the_list()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        var id = await office.TextInAsync(phone, "Do you have time for Biscuit?");
        var item = Assert.Single((await office.GetAsync(Threads)).GetProperty("items").EnumerateArray());
        Assert.Equal(
            "id client number sitter windowStatus windowEndsAt nextWindowStartsAt lastMessageAt lastMessagePreview unread flags",
            item.Fields());
        Assert.Equal(id, item.GetProperty("id").GetGuid());
        Assert.Equal($"Unknown •••• {phone.LastFour}", item.GetProperty("client").GetProperty("name").GetString());
        Assert.Equal("front_desk", item.GetProperty("number").GetProperty("class").GetString());
        Assert.Equal($"•••• {office.Business.FrontDesk.LastFour}", item.GetProperty("number").GetProperty("display").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("sitter").ValueKind);
        Assert.Equal("none", item.GetProperty("windowStatus").GetString());
        Assert.Equal("Do you have time for Biscuit?", item.GetProperty("lastMessagePreview").GetString());
        Assert.Equal(1, item.GetProperty("unread").GetInt32());
        Assert.Equal("needs_owner", item.GetProperty("flags").Words());
        Assert.Equal(item.GetRawText(), (await office.GetAsync($"{Threads}/{id}")).GetRawText());
    }

    [Fact]
    public async Task The_owner_inbox_holds_what_waits_until_it_is_handled()
    {
        var office = await product.OpenOfficeAsync();
        var (first, second) = (await office.TextInAsync("One"), await office.TextInAsync("Two"));
        Assert.Equal([second, first], await IdsAsync(office, $"{Threads}?inbox=owner"));
        Assert.Equal(HttpStatusCode.NoContent, (await office.PostAsync($"{Threads}/{first}/handled")).StatusCode);
        Assert.Equal([second], await IdsAsync(office, $"{Threads}?inbox=owner"));
        Assert.Equal([second, first], await IdsAsync(office, $"{Threads}?inbox=all"));
    }

    [Fact]
    public async Task Reading_up_to_a_message_leaves_the_later_ones_unread_and_never_goes_back()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        var thread = await office.TextInAsync(phone, "One");
        await office.TextInAsync(phone, "Two");
        await office.TextInAsync(phone, "Three");
        var messages = (await office.GetAsync($"{Threads}/{thread}/messages")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ToList();
        await ReadAsync(office, thread, messages[1]);
        Assert.Equal(1, await UnreadAsync(office, thread));
        await ReadAsync(office, thread, messages[2]);
        Assert.Equal(1, await UnreadAsync(office, thread));
        await ReadAsync(office, thread, messages[0]);
        Assert.Equal(0, await UnreadAsync(office, thread));

        var elsewhere = await office.TextInAsync("Elsewhere");
        await (await office.PostAsync($"{Threads}/{elsewhere}/read", new { messageId = messages[0] })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Unread_is_counted_for_each_user()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        using var admin = await office.HireAsync(Role.Admin, "Adam Reyes");
        (await admin.PostAsJsonAsync($"{Threads}/{thread}/read", new { })).EnsureSuccessStatusCode();
        Assert.Equal(0, (await (await admin.GetAsync($"{Threads}/{thread}")).JsonAsync()).GetProperty("unread").GetInt32());
        Assert.Equal(1, await UnreadAsync(office, thread));
    }

    [Fact]
    public async Task A_conversation_is_found_by_name_and_by_five_digits_of_a_phone()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        var thread = await office.TextInAsync(phone, "Hello");
        await office.TextInAsync("Somebody else");
        Assert.Equal([thread], await IdsAsync(office, $"{Threads}?q={phone.E164[^7..]}"));
        Assert.Equal([thread], await IdsAsync(office, $"{Threads}?q={Uri.EscapeDataString($"Unknown •••• {phone.LastFour}")}"));
        Assert.Empty(await IdsAsync(office, $"{Threads}?q=nobody"));
    }

    [Fact]
    public async Task Opening_a_conversation_makes_it_once()
    {
        var office = await product.OpenOfficeAsync();
        var client = Guid.CreateVersion7(product.Clock.GetUtcNow());
        await office.ChangeAsync(async db => await db.Clients.AddAsync(new Client { OrganizationId = office.Id, Id = client, Name = "Robin", CreatedAt = product.Clock.GetUtcNow() }));
        var first = await office.PostAsync(Threads, new { clientId = client });
        var second = await office.PostAsync(Threads, new { clientId = client });
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal((await first.JsonAsync()).GetRawText(), (await second.JsonAsync()).GetRawText());
        await using var db = office.Db();
        Assert.Equal(1, await db.Threads.CountAsync());
    }

    [Fact]
    public async Task Nobody_can_be_opened_who_is_not_a_client_and_no_visit_that_does_not_exist()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        await other.TextInAsync();
        var foreign = (await other.GetAsync(Threads)).GetProperty("items")[0].GetProperty("client").GetProperty("id").GetGuid();
        await (await office.PostAsync(Threads, new { clientId = foreign })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await other.PostAsync(Threads, new { clientId = foreign, visitId = foreign })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await other.PostAsync(Threads)).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task Another_business_finds_nothing_of_it()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        var thread = await office.TextInAsync();
        var message = (await office.GetAsync($"{Threads}/{thread}/messages")).GetProperty("items")[0].GetProperty("id").GetGuid();
        Assert.Empty(await IdsAsync(other, Threads));
        foreach (var path in (string[])[$"threads/{thread}", $"threads/{thread}/messages", $"{message}/routing"])
        {
            await (await other.Http.GetAsync($"/api/messages/{path}")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        foreach (var path in (string[])[$"threads/{thread}/read", $"threads/{thread}/handled", $"threads/{thread}/messages", $"{message}/retry"])
        {
            await (await other.PostAsync($"/api/messages/{path}", new { body = "Hello" })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    private static async Task<IEnumerable<Guid>> IdsAsync(Office office, string path) =>
        (await office.GetAsync(path)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid());

    private static async Task ReadAsync(Office office, Guid thread, Guid message) =>
        Assert.Equal(HttpStatusCode.NoContent, (await office.PostAsync($"{Threads}/{thread}/read", new { messageId = message })).StatusCode);

    private static async Task<int> UnreadAsync(Office office, Guid thread) =>
        (await office.GetAsync($"{Threads}/{thread}")).GetProperty("unread").GetInt32();
}
