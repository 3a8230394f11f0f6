using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Api;

public sealed class SittersTests(Product product) : IClassFixture<Product>
{
    private const string Sitters = "/api/sitters";
    private const string Password = "biscuit-on-the-sofa";

    private static int _lastName;

    [Fact]
    public async Task A_sitter_is_taken_on_with_account_and_number()
    {
        var office = await product.OpenOfficeAsync();
        var number = (await (await office.PostAsync("/api/numbers", new { e164 = Businesses.NextNumber().E164, @class = "pool" })).JsonAsync()).Id();
        var email = NextEmail();
        var answer = await office.PostAsync(Sitters, new { name = " Ana Silva ", email, password = Password, numberId = number });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var ana = await answer.JsonAsync();
        Assert.Equal("id userId name email status numberId", ana.Fields());
        Assert.Equal(("Ana Silva", email, "active", number), (
            ana.GetProperty("name").GetString(), ana.GetProperty("email").GetString(), ana.GetProperty("status").GetString(), ana.GetProperty("numberId").GetGuid()));
        using var herself = await product.App.SignedInAsync(email, Password);
        var me = await (await herself.GetAsync("/api/me")).JsonAsync();
        Assert.Equal((ana.Id(), ana.GetProperty("userId").GetGuid()), (me.GetProperty("sitterId").GetGuid(), me.Id()));
        var listed = (await office.GetAsync("/api/numbers")).GetProperty("items").EnumerateArray().Single(item => item.Id() == number);
        Assert.Equal(("sitter", ana.Id()), (listed.GetProperty("class").GetString(), listed.GetProperty("sitterId").GetGuid()));
    }

    [Fact]
    public async Task Without_a_password_nobody_signs_in_until_there_is_one()
    {
        var office = await product.OpenOfficeAsync();
        var (email, phone) = (NextEmail(), Businesses.NextNumber());
        var ana = await HireAsync(office, new { name = "Ana Silva", email, phone = phone.E164 });
        Assert.Equal(JsonValueKind.Null, ana.GetProperty("userId").ValueKind);
        Assert.Equal(HttpStatusCode.Unauthorized, (await LoginAsync(email, Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await LoginAsync(email, "anything else")).StatusCode);
        var card = $"{Sitters}/{ana.Id()}";
        Assert.Equal(phone.E164, (await office.GetAsync(card)).GetProperty("phone").GetString());

        await (await office.Http.PutAsJsonAsync(card, new { name = "Ana Silva", password = "short" })).IsProblemAsync(HttpStatusCode.BadRequest, "account_refused");
        var changed = await (await office.Http.PutAsJsonAsync(card, new { name = "Ana Silva", phone = phone.E164, password = Password })).JsonAsync();
        Assert.Equal(JsonValueKind.String, changed.GetProperty("userId").ValueKind);
        Assert.Equal(HttpStatusCode.OK, (await LoginAsync(email, Password)).StatusCode);
        await (await office.Http.PutAsJsonAsync(card, new { name = "Ana Silva", password = Password })).IsProblemAsync(HttpStatusCode.Conflict, "has_account");
    }

    [Fact]
    public async Task An_address_is_one_persons_in_the_whole_installation()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        var email = NextEmail();
        await HireAsync(other, new { name = "Ana Silva", email });
        await (await office.PostAsync(Sitters, new { name = "Ana Silva", email = email.ToUpperInvariant() })).IsProblemAsync(HttpStatusCode.Conflict, "email_taken");
        await (await office.PostAsync(Sitters, new { name = "Olivia", email = office.Business.OwnerEmail })).IsProblemAsync(HttpStatusCode.Conflict, "email_taken");
        var fresh = NextEmail();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => (n % 2 == 0 ? office : other).PostAsync(Sitters, new { name = $"Ana {n}", email = fresh })));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_is_written()
    {
        var office = await product.OpenOfficeAsync();
        var client = Businesses.NextNumber();
        await office.TextInAsync(client, "Hello");
        await RefusedAsync(office, new { email = NextEmail() }, HttpStatusCode.BadRequest, "invalid_request");
        await RefusedAsync(office, new { name = "Ana" }, HttpStatusCode.BadRequest, "invalid_request");
        await RefusedAsync(office, new { name = "Ana", email = "nowhere" }, HttpStatusCode.BadRequest, "account_refused");
        await RefusedAsync(office, new { name = "Ana", email = NextEmail(), password = "short" }, HttpStatusCode.BadRequest, "account_refused");
        await RefusedAsync(office, new { name = "Ana", email = NextEmail(), phone = "12" }, HttpStatusCode.BadRequest, "invalid_phone");
        await RefusedAsync(office, new { name = "Ana", email = NextEmail(), phone = client.E164 }, HttpStatusCode.Conflict, "phone_is_a_clients");
        await RefusedAsync(office, new { name = "Ana", email = NextEmail(), phone = office.Business.FrontDesk.E164 }, HttpStatusCode.Conflict, "phone_is_ours");
        await RefusedAsync(office, new { name = "Ana", email = NextEmail(), numberId = office.Business.FrontDeskId }, HttpStatusCode.Conflict, "front_desk_needs_successor");
        await RefusedAsync(office, new { name = "Ana", email = NextEmail(), numberId = office.Id }, HttpStatusCode.NotFound, "not_found");
        await using var db = office.Db();
        Assert.Equal((0, 1), (await db.Sitters.CountAsync(), await db.Users.CountAsync()));
    }

    [Fact]
    public async Task Sitters_are_listed_by_name_and_a_card_that_is_shown_whole_is_audited()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        foreach (var name in (string[])["Cleo", "Ana", "Ben"])
        {
            await HireAsync(office, new { name, email = NextEmail(), password = Password, phone = name == "Ana" ? phone.E164 : null });
        }

        List<string> names = [];
        for (var next = $"{Sitters}?limit=1"; next is not null;)
        {
            var page = await office.GetAsync(next);
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!));
            next = page.GetProperty("nextCursor") is { ValueKind: JsonValueKind.String } cursor ? $"{Sitters}?limit=1&cursor={cursor.GetString()}" : null;
        }

        Assert.Equal("Ana Ben Cleo", string.Join(' ', names));
        var ana = (await office.GetAsync(Sitters)).GetProperty("items")[0].Id();
        Assert.Equal(phone.E164, (await office.GetAsync($"{Sitters}/{ana}")).GetProperty("phone").GetString());
        var revealed = (await office.GetAsync("/api/audit?type=sitter.number_revealed")).GetProperty("items");
        Assert.Equal($"sitter {ana}", Assert.Single(revealed.EnumerateArray()).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task What_a_sitters_own_phone_texts_is_a_staff_message()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        await HireAsync(office, new { name = "Ana Silva", email = NextEmail(), phone = phone.E164 });
        var thread = await office.TextInAsync(phone, "I am running late");
        await using var db = office.Db();
        var client = await db.Threads.Where(row => row.Id == thread).Join(db.Clients, row => row.ClientId, row => row.Id, (_, row) => row).SingleAsync();
        Assert.Equal((ClientKind.Staff, "Ana Silva"), (client.Kind, client.Name));
    }

    [Fact]
    public async Task Locking_and_unlocking_asks_for_a_reason_and_keeps_it()
    {
        var office = await product.OpenOfficeAsync();
        var ana = (await HireAsync(office, new { name = "Ana Silva", email = NextEmail(), password = Password })).Id();
        await (await office.PostAsync($"{Sitters}/{ana}/lock", new { reason = " " })).IsProblemAsync(HttpStatusCode.BadRequest, "reason_required");
        var locked = await (await office.PostAsync($"{Sitters}/{ana}/lock", new { reason = "Three strikes" })).JsonAsync();
        Assert.Equal("locked", locked.GetProperty("status").GetString());
        await (await office.PostAsync($"{Sitters}/{ana}/lock", new { reason = "Three strikes" })).JsonAsync();
        var entry = Assert.Single((await office.GetAsync("/api/audit?type=sitter.locked")).GetProperty("items").EnumerateArray());
        Assert.Equal("Three strikes", entry.GetProperty("reason").GetString());
        Assert.Equal("active", (await (await office.PostAsync($"{Sitters}/{ana}/unlock", new { reason = "We talked" })).JsonAsync()).GetProperty("status").GetString());
        await (await office.PostAsync($"{Sitters}/{office.Id}/lock", new { reason = "Whoever" })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private Task<HttpResponseMessage> LoginAsync(string email, string password) =>
        product.App.Anonymous().PostAsJsonAsync("/api/auth/login", new { email, password });

    private static string NextEmail() => $"sitter.{Interlocked.Increment(ref _lastName)}@sitters.test";

    private static async Task<JsonElement> HireAsync(Office office, object sitter)
    {
        var answer = await office.PostAsync(Sitters, sitter);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.JsonAsync();
    }

    private static async Task RefusedAsync(Office office, object sitter, HttpStatusCode status, string code) =>
        await (await office.PostAsync(Sitters, sitter)).IsProblemAsync(status, code);
}
