using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Proving;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Organizations;

/// <summary>Cards that turn out to be one client, one after the other, and what becomes of the conversations.</summary>
public sealed class MergeTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_card_that_was_merged_takes_no_changes()
    {
        var office = await product.OpenOfficeAsync();
        var (robin, casey) = (await ClientAsync(office, "Robin"), await ClientAsync(office, "Casey"));
        await MergeAsync(office, robin.Id, casey.Id);
        var form = new { name = "Robin", phones = new[] { Businesses.NextNumber().E164 } };
        var refused = await (await office.Http.PutAsJsonAsync($"/api/clients/{robin.Id}", form)).IsProblemAsync(HttpStatusCode.Conflict, "client_merged");
        Assert.Equal(casey.Id, refused.GetProperty("intoClientId").GetGuid());
        await using var db = office.Db();
        Assert.False(await db.ClientPhones.AnyAsync(phone => phone.ClientId == robin.Id));
    }

    [Fact]
    public async Task A_conversation_goes_on_at_the_last_of_several_survivors()
    {
        var office = await product.OpenOfficeAsync();
        var (a, b, c) = (await ClientAsync(office, "A"), await ClientAsync(office, "B"), await ClientAsync(office, "C"));
        var thread = await office.TextInAsync(a.Phone, "Hello");
        await MergeAsync(office, a.Id, b.Id);
        await MergeAsync(office, b.Id, c.Id);
        var refused = await (await office.WriteAsync(thread, new { body = "Hi" })).IsProblemAsync(HttpStatusCode.Conflict, "number_inactive");
        await using var db = office.Db();
        var goesOn = await db.Threads.SingleAsync(row => row.Id == refused.GetProperty("continueOnThreadId").GetGuid());
        Assert.Equal(c.Id, goesOn.ClientId);
        Assert.Equal(HttpStatusCode.Created, (await office.WriteAsync(goesOn.Id, new { body = "Hi" })).StatusCode);
    }

    [Fact]
    public async Task Merges_are_taken_back_in_the_order_in_which_they_would_have_to_be()
    {
        var office = await product.OpenOfficeAsync();
        var (a, b, c) = (await ClientAsync(office, "A"), await ClientAsync(office, "B"), await ClientAsync(office, "C"));
        await MergeAsync(office, a.Id, b.Id);
        await MergeAsync(office, b.Id, c.Id);
        await (await office.PostAsync($"/api/clients/{a.Id}/unmerge")).IsProblemAsync(HttpStatusCode.Conflict, "survivor_merged");
        Assert.Equal(HttpStatusCode.NoContent, (await office.PostAsync($"/api/clients/{b.Id}/unmerge")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await office.PostAsync($"/api/clients/{a.Id}/unmerge")).StatusCode);
        await using var db = office.Db();
        foreach (var client in (Known[])[a, b, c])
        {
            Assert.Equal(client.Phone, (await db.ClientPhones.SingleAsync(phone => phone.ClientId == client.Id)).Phone);
        }

        Assert.All(await product.App.Get<Prover>().RunAsync(CancellationToken.None), finding => Assert.True(finding.Holds, $"{finding}"));
    }

    private static async Task MergeAsync(Office office, Guid from, Guid into) =>
        Assert.Equal(HttpStatusCode.NoContent, (await office.PostAsync($"/api/clients/{from}/merge", new { intoId = into })).StatusCode);

    private static async Task<Known> ClientAsync(Office office, string name)
    {
        var phone = Businesses.NextNumber();
        return new Known((await (await office.PostAsync("/api/clients", new { name, phones = new[] { phone.E164 } })).JsonAsync()).Id(), phone);
    }

    private sealed record Known(Guid Id, PhoneNumber Phone);
}
