using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sitters;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Api;

public sealed class NumberChangesTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task The_front_desk_is_replaced_in_one_step_and_its_conversations_stay()
    {
        var office = await product.OpenOfficeAsync();
        var client = Businesses.NextNumber();
        var thread = await office.TextInAsync(client, "Do you have time?");
        var next = await AddAsync(office, "pool");
        var changed = await (await PutAsync(office, next, new { @class = "front_desk" })).JsonAsync();
        Assert.Equal(("front_desk", "active"), (changed.GetProperty("class").GetString(), changed.GetProperty("status").GetString()));

        Assert.Equal("front_desk released", await StateAsync(office, office.Business.FrontDeskId));
        Assert.Equal(thread, await office.TextInAsync(client, "Still there?"));
        await using var db = office.Db();
        Assert.Equal(office.Business.FrontDeskId, (await db.Threads.SingleAsync(row => row.Id == thread)).NumberId);
        Assert.Equal($"number {next}", (await db.Audit.SingleAsync(entry => entry.Action == "front_desk.replaced")).Subject);
    }

    [Fact]
    public async Task The_former_front_desk_may_join_the_pool()
    {
        var office = await product.OpenOfficeAsync();
        var next = await AddAsync(office, "pool");
        await (await PutAsync(office, next, new { @class = "front_desk", formerFrontDesk = "pool" })).JsonAsync();
        Assert.Equal("pool active", await StateAsync(office, office.Business.FrontDeskId));
        Assert.Equal("front_desk active", await StateAsync(office, next));
    }

    [Fact]
    public async Task Of_many_who_replace_it_at_once_each_leaves_exactly_one_front_desk()
    {
        var office = await product.OpenOfficeAsync();
        var candidates = new List<Guid>();
        foreach (var _ in Enumerable.Range(0, 8))
        {
            candidates.Add(await AddAsync(office, "pool"));
        }

        var answers = await Task.WhenAll(candidates.Select(id => PutAsync(office, id, new { @class = "front_desk" })));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await using var db = office.Db();
        Assert.Equal(1, await db.Numbers.CountAsync(row => row.Class == NumberClass.FrontDesk && row.Status == NumberStatus.Active));
    }

    [Fact]
    public async Task The_front_desk_goes_only_when_another_takes_its_place()
    {
        var office = await product.OpenOfficeAsync();
        await (await PutAsync(office, office.Business.FrontDeskId, new { @class = "pool" })).IsProblemAsync(HttpStatusCode.Conflict, "front_desk_needs_successor");
        await (await ReleaseAsync(office, office.Business.FrontDeskId)).IsProblemAsync(HttpStatusCode.Conflict, "front_desk_needs_successor");
    }

    [Fact]
    public async Task A_number_that_sitters_wrote_on_never_becomes_the_front_desk()
    {
        var office = await product.OpenOfficeAsync();
        var sitter = (await product.App.HireAsync(office.Id, Role.Sitter, "Ana Silva")).SitterId!.Value;
        var pool = await AddAsync(office, "pool");
        await office.ChangeAsync(db =>
        {
            var now = product.Clock.GetUtcNow();
            var thread = db.AddThread(db.AddClient("Robin", now).Id, pool, now);
            db.SitterConversations.Add(new SitterConversation { OrganizationId = office.Id, SitterId = sitter, ThreadId = thread.Id });
            return Task.CompletedTask;
        });
        await (await PutAsync(office, pool, new { @class = "front_desk" })).IsProblemAsync(HttpStatusCode.Conflict, "number_seen_by_sitters");
    }

    [Fact]
    public async Task A_number_that_clients_hold_stays_in_the_pool_until_they_do_not()
    {
        var office = await product.OpenOfficeAsync();
        var sitter = (await product.App.HireAsync(office.Id, Role.Sitter, "Ana Silva")).SitterId!.Value;
        var pool = await AddAsync(office, "pool");
        await office.ChangeAsync(db =>
        {
            var now = product.Clock.GetUtcNow();
            db.Leases.Add(new Lease { OrganizationId = office.Id, Id = Guid.CreateVersion7(now), ClientId = db.AddClient("Robin", now).Id, NumberId = pool, StartedAt = now });
            return Task.CompletedTask;
        });
        var refusal = await (await PutAsync(office, pool, new { @class = "sitter", sitterId = sitter })).IsProblemAsync(HttpStatusCode.Conflict, "number_has_leases");
        Assert.Equal(1, refusal.GetProperty("leases").GetInt32());

        var released = await (await ReleaseAsync(office, pool)).JsonAsync();
        Assert.Equal(("released", 0), (released.GetProperty("status").GetString(), released.GetProperty("leases").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(office, pool, new { @class = "sitter", sitterId = sitter })).StatusCode);
    }

    [Fact]
    public async Task A_sitters_number_rests_ninety_days_and_then_joins_the_pool_alone()
    {
        var office = await product.OpenOfficeAsync();
        var (ana, ben) = (await SitterAsync(office, "Ana Silva"), await SitterAsync(office, "Ben Carter"));
        var number = await AddAsync(office, "sitter", ana);
        await (await PutAsync(office, number, new { @class = "pool" })).IsProblemAsync(HttpStatusCode.Conflict, "number_is_a_sitters");
        await (await ReleaseAsync(office, number)).JsonAsync();
        Assert.Equal("sitter cooling_down", await StateAsync(office, number));
        var refusal = await (await PutAsync(office, number, new { @class = "sitter", sitterId = ben })).IsProblemAsync(HttpStatusCode.Conflict, "number_cooling_down");
        Assert.Equal(product.Clock.GetUtcNow().AddDays(90), refusal.GetProperty("coolsUntil").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
        await (await PutAsync(office, number, new { @class = "sitter", sitterId = ana })).JsonAsync();
        Assert.Equal("sitter active", await StateAsync(office, number));

        await (await ReleaseAsync(office, number)).JsonAsync();
        await office.ChangeAsync(async db => (await db.Numbers.SingleAsync(row => row.Id == number)).CoolsUntil = product.Clock.GetUtcNow());
        await (await PutAsync(office, number, new { @class = "sitter", sitterId = ana })).IsProblemAsync(HttpStatusCode.Conflict, "number_pool_only");
        await (await PutAsync(office, number, new { @class = "front_desk" })).IsProblemAsync(HttpStatusCode.Conflict, "number_pool_only");
        await (await PutAsync(office, number, new { @class = "pool" })).JsonAsync();
        Assert.Equal("pool active", await StateAsync(office, number));
    }

    [Fact]
    public async Task A_sitter_has_one_number_and_nobody_elses()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        var ana = await SitterAsync(office, "Ana Silva");
        await AddAsync(office, "sitter", ana);
        var pool = await AddAsync(office, "pool");
        await (await PutAsync(office, pool, new { @class = "sitter", sitterId = ana })).IsProblemAsync(HttpStatusCode.Conflict, "sitter_has_number");
        await (await PutAsync(office, pool, new { @class = "sitter", sitterId = await SitterAsync(other, "Ben Carter") })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await PutAsync(office, pool, new { @class = "sitter" })).IsProblemAsync(HttpStatusCode.BadRequest, "sitter_mismatch");
        await (await PutAsync(other, pool, new { @class = "pool" })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await PutAsync(office, pool, new { })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    private async Task<Guid> SitterAsync(Office office, string name) => (await product.App.HireAsync(office.Id, Role.Sitter, name)).SitterId!.Value;

    private static async Task<Guid> AddAsync(Office office, string numberClass, Guid? sitterId = null) =>
        (await (await office.PostAsync("/api/numbers", new { e164 = Businesses.NextNumber().E164, @class = numberClass, sitterId })).JsonAsync()).Id();

    private static Task<HttpResponseMessage> PutAsync(Office office, Guid number, object body) => office.Http.PutAsJsonAsync($"/api/numbers/{number}", body);

    private static Task<HttpResponseMessage> ReleaseAsync(Office office, Guid number) => office.PostAsync($"/api/numbers/{number}/release");

    private static async Task<string> StateAsync(Office office, Guid number)
    {
        var listed = (await office.GetAsync("/api/numbers")).GetProperty("items").EnumerateArray().Single(item => item.Id() == number);
        return $"{listed.GetProperty("class").GetString()} {listed.GetProperty("status").GetString()}";
    }
}
