using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing;

public sealed class PoachingRulesApiTests(Product product) : IClassFixture<Product>
{
    private const string Rules = "/api/anti-poaching/rules";
    private const string Allowed = "/api/anti-poaching/allowed";
    private const string Types = "phone_number email url social_handle off_platform_payment solicitation";

    [Fact]
    public async Task The_usual_rules_are_told_type_by_type()
    {
        var office = await product.OpenOfficeAsync();
        var rules = await office.GetAsync(Rules);
        Assert.Equal("sensitivity sitterToClient clientToSitter approveFirst", rules.Fields());
        Assert.Equal(("balanced", 0), (rules.GetProperty("sensitivity").GetString(), rules.GetProperty("approveFirst").GetInt32()));
        Assert.Equal((Types, Types), (rules.GetProperty("sitterToClient").Fields(), rules.GetProperty("clientToSitter").Fields()));
        Assert.All(rules.GetProperty("sitterToClient").EnumerateObject(), type => Assert.Equal("block", type.Value.GetString()));
        Assert.All(rules.GetProperty("clientToSitter").EnumerateObject(), type => Assert.Equal("mask", type.Value.GetString()));
    }

    [Fact]
    public async Task Rules_are_kept_as_they_were_sent_and_hold_for_one_business_alone()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        var answer = await office.Http.PutAsJsonAsync(Rules, new
        {
            sensitivity = "strict",
            sitterToClient = new { phone_number = "mask", url = "flag" },
            clientToSitter = new { phone_number = "block", solicitation = "off" },
            approveFirst = 5,
        });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((await answer.JsonAsync()).ToString(), (await office.GetAsync(Rules)).ToString());

        var kept = await product.App.Get<RuleBook>().ReadAsync(office.Owner, CancellationToken.None);
        Assert.Equal((Sensitivity.Strict, Sensitivity.Strict, 5), (kept.SitterToClient.Sensitivity, kept.ClientToSitter.Sensitivity, kept.ApproveFirst));
        Assert.Equal("Mask Block Flag Block Block Block", kept.SitterToClient.Actions);
        Assert.Equal("Block Mask Mask Mask Mask Off", kept.For(Direction.Inbound).Actions);
        Assert.Equal("balanced", (await other.GetAsync(Rules)).GetProperty("sensitivity").GetString());
        var audited = Assert.Single((await office.GetAsync("/api/audit?type=anti_poaching.rules_changed")).GetProperty("items").EnumerateArray());
        Assert.Equal("strict", audited.GetProperty("types").Words());
    }

    [Theory]
    [InlineData("""{"sensitivity":"strict","sitterToClient":{},"clientToSitter":{},"approveFirst":51}""")]
    [InlineData("""{"sensitivity":"strict","sitterToClient":{},"clientToSitter":{},"approveFirst":-1}""")]
    [InlineData("""{"sensitivity":"strict","sitterToClient":{},"clientToSitter":{}}""")]
    [InlineData("""{"sensitivity":"furious","sitterToClient":{},"clientToSitter":{},"approveFirst":0}""")]
    [InlineData("""{"sensitivity":"strict","sitterToClient":{"url":"burn"},"clientToSitter":{},"approveFirst":0}""")]
    [InlineData("""{"sensitivity":"strict","clientToSitter":{},"approveFirst":0}""")]
    public async Task Rules_that_cannot_be_are_refused(string json)
    {
        var office = await product.OpenOfficeAsync();
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        await (await office.Http.PutAsync(Rules, body)).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task A_number_and_a_site_are_allowed_shown_short_and_taken_off_again()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        var number = await AddedAsync(office, new { value = "(212) 555-0142", note = " Dr. Paws " });
        Assert.Equal("id kind value note addedBy addedAt", number.Fields());
        Assert.Equal(("number", "•••• 0142", "Dr. Paws", "Olivia Park"), (
            Text(number, "kind"), Text(number, "value"), Text(number, "note"), Text(number, "addedBy")));
        var site = await AddedAsync(office, new { value = "https://www.Happy-Tails.example/about" });
        Assert.Equal(("site", "happy-tails.example"), (Text(site, "kind"), Text(site, "value")));

        var listed = await office.GetAsync(Allowed);
        Assert.Equal(2, listed.GetProperty("items").GetArrayLength());
        Assert.DoesNotContain("2125550142", listed.ToString(), StringComparison.Ordinal);
        Assert.Empty((await other.GetAsync(Allowed)).GetProperty("items").EnumerateArray());
        await (await other.Http.DeleteAsync($"{Allowed}/{number.Id()}")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");

        Assert.Equal(HttpStatusCode.NoContent, (await office.Http.DeleteAsync($"{Allowed}/{number.Id()}")).StatusCode);
        await (await office.Http.DeleteAsync($"{Allowed}/{number.Id()}")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(site.Id(), Assert.Single((await office.GetAsync(Allowed)).GetProperty("items").EnumerateArray()).Id());
    }

    [Fact]
    public async Task What_cannot_be_allowed_is_refused_by_its_own_code()
    {
        var office = await product.OpenOfficeAsync();
        await AddedAsync(office, new { value = "212 555 0142" });
        await (await office.PostAsync(Allowed, new { value = "+1 212-555-0142" })).IsProblemAsync(HttpStatusCode.Conflict, "already_allowed");
        await (await office.PostAsync(Allowed, new { value = "the vet" })).IsProblemAsync(HttpStatusCode.BadRequest, "not_readable");
        await (await office.PostAsync(Allowed, new { note = "Nothing" })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        await (await office.PostAsync(Allowed, new { value = "a.example", note = new string('a', 121) })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task A_clients_own_phone_is_allowed_only_with_the_express_word()
    {
        var office = await product.OpenOfficeAsync();
        var phone = await product.App.Get<Writer>().CommitAsync(
            office.Id, db => Task.FromResult(db.AddClient("Robin Vale", product.Clock.GetUtcNow()).Phones[0].Phone), CancellationToken.None);
        var answer = await office.PostAsync(Allowed, new { value = PhoneNumberReader.Whole(phone) });
        var detail = (await answer.IsProblemAsync(HttpStatusCode.Conflict, "belongs_to_somebody")).GetProperty("detail").GetString()!;
        Assert.Contains("Robin Vale", detail, StringComparison.Ordinal);
        Assert.DoesNotContain(phone.LastFour, detail, StringComparison.Ordinal);
        await AddedAsync(office, new { value = PhoneNumberReader.Whole(phone), evenSomebodys = true });
    }

    [Fact]
    public async Task Sitters_see_neither_rules_nor_list()
    {
        var office = await product.OpenOfficeAsync();
        using var sitter = await office.HireAsync(Role.Sitter, "Ana Silva");
        await (await sitter.GetAsync(Rules)).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await sitter.GetAsync(Allowed)).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await sitter.PostAsJsonAsync(Allowed, new { value = "a.example" })).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private static async Task<JsonElement> AddedAsync(Office office, object body)
    {
        var answer = await office.PostAsync(Allowed, body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.JsonAsync();
    }

    private static string? Text(JsonElement element, string field) => element.GetProperty(field).GetString();
}
