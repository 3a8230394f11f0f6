using System.Net;
using System.Text.Json;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Api;

public sealed class NumbersTests(Product product) : IClassFixture<Product>
{
    private const string Numbers = "/api/numbers";

    [Fact]
    public async Task Numbers_are_listed_whole_in_the_order_of_their_digits()
    {
        var office = await product.OpenOfficeAsync();
        var sitter = (await product.App.HireAsync(office.Id, Role.Sitter, "Ana Silva")).SitterId!.Value;
        var pool = await AddAsync(office, new { e164 = Businesses.NextNumber().E164, @class = "pool" });
        var hers = await AddAsync(office, new { e164 = Businesses.NextNumber().E164, @class = "sitter", sitterId = sitter });
        Assert.Equal("id e164 class status sitterId leases", hers.Fields());
        Assert.Equal((sitter, "sitter", "active", 0), (
            hers.GetProperty("sitterId").GetGuid(), hers.GetProperty("class").GetString(), hers.GetProperty("status").GetString(), hers.GetProperty("leases").GetInt32()));

        List<string> expected = [office.Business.FrontDesk.E164, pool.GetProperty("e164").GetString()!, hers.GetProperty("e164").GetString()!];
        List<string> read = [];
        for (var next = $"{Numbers}?limit=1"; next is not null;)
        {
            var page = await office.GetAsync(next);
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("e164").GetString()!));
            next = page.GetProperty("nextCursor") is { ValueKind: JsonValueKind.String } cursor ? $"{Numbers}?limit=1&cursor={cursor.GetString()}" : null;
            Assert.True(next is null || !expected.Exists(number => next.Contains(number[1..], StringComparison.Ordinal)));
        }

        Assert.Equal(string.Join(' ', expected.Order(StringComparer.Ordinal)), string.Join(' ', read));
    }

    [Fact]
    public async Task Leases_on_a_pool_number_are_counted()
    {
        var office = await product.OpenOfficeAsync();
        var pool = await AddAsync(office, new { e164 = Businesses.NextNumber().E164, @class = "pool" });
        var client = (await (await office.PostAsync("/api/clients", new { name = "Robin", phones = new[] { Businesses.NextNumber().E164 } })).JsonAsync()).Id();
        await office.ChangeAsync(async db => await db.Leases.AddAsync(new Lease
        {
            OrganizationId = office.Id,
            Id = Guid.CreateVersion7(product.Clock.GetUtcNow()),
            ClientId = client,
            NumberId = pool.Id(),
            StartedAt = product.Clock.GetUtcNow(),
        }));
        var listed = (await office.GetAsync(Numbers)).GetProperty("items").EnumerateArray().Single(item => item.Id() == pool.Id());
        Assert.Equal(1, listed.GetProperty("leases").GetInt32());
    }

    [Fact]
    public async Task A_number_belongs_to_one_business_also_when_two_ask_at_once()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        var request = new { e164 = Businesses.NextNumber().E164, @class = "pool" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => (n % 2 == 0 ? office : other).PostAsync(Numbers, request)));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await refused.IsProblemAsync(HttpStatusCode.Conflict, "number_taken");
        }
    }

    [Fact]
    public async Task There_is_one_front_desk_and_one_number_for_a_sitter()
    {
        var office = await product.OpenOfficeAsync();
        var sitter = (await product.App.HireAsync(office.Id, Role.Sitter, "Ana Silva")).SitterId!.Value;
        await RefusedAsync(office, new { e164 = Businesses.NextNumber().E164, @class = "front_desk" }, HttpStatusCode.Conflict, "front_desk_exists");
        await AddAsync(office, new { e164 = Businesses.NextNumber().E164, @class = "sitter", sitterId = sitter });
        await RefusedAsync(office, new { e164 = Businesses.NextNumber().E164, @class = "sitter", sitterId = sitter }, HttpStatusCode.Conflict, "sitter_has_number");
    }

    [Fact]
    public async Task A_clients_own_phone_is_no_number_of_ours()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        var phone = Businesses.NextNumber();
        await other.TextInAsync(phone, "Hello");
        await RefusedAsync(office, new { e164 = phone.E164, @class = "pool" }, HttpStatusCode.Conflict, "phone_is_a_clients");
    }

    [Fact]
    public async Task Class_and_sitter_belong_together()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        var foreign = (await product.App.HireAsync(other.Id, Role.Sitter, "Ana Silva")).SitterId!.Value;
        var number = Businesses.NextNumber().E164;
        await RefusedAsync(office, new { e164 = number, @class = "sitter" }, HttpStatusCode.BadRequest, "sitter_mismatch");
        await RefusedAsync(office, new { e164 = number, @class = "pool", sitterId = foreign }, HttpStatusCode.BadRequest, "sitter_mismatch");
        await RefusedAsync(office, new { e164 = number, @class = "sitter", sitterId = foreign }, HttpStatusCode.NotFound, "not_found");
        await RefusedAsync(office, new { e164 = number }, HttpStatusCode.BadRequest, "invalid_request");
        await RefusedAsync(office, new { e164 = number, @class = "landline" }, HttpStatusCode.BadRequest, "invalid_request");
        await RefusedAsync(office, new { e164 = "12", @class = "pool" }, HttpStatusCode.BadRequest, "invalid_phone");
    }

    [Fact]
    public async Task Bad_pages_are_refused()
    {
        var office = await product.OpenOfficeAsync();
        await (await office.Http.GetAsync($"{Numbers}?cursor=nonsense")).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await (await office.Http.GetAsync($"{Numbers}?limit=101")).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_limit");
    }

    private static async Task<JsonElement> AddAsync(Office office, object number)
    {
        var answer = await office.PostAsync(Numbers, number);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.JsonAsync();
    }

    private static async Task RefusedAsync(Office office, object number, HttpStatusCode status, string code) =>
        await (await office.PostAsync(Numbers, number)).IsProblemAsync(status, code);
}
