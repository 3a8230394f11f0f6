using System.Net;
using System.Net.Http.Json;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Api;

public sealed class FlagsTests(Product product) : IClassFixture<Product>
{
    private const string Flags = "/api/flags";
    private const string Audit = "/api/audit";
    private const string Messaging = "ENABLE_MESSAGING_V1";
    private const string Proactive = "ENABLE_PROACTIVE_THREAD_CREATION";
    private const string SitterMessages = "ENABLE_SITTER_MESSAGES_V1";

    [Fact]
    public async Task An_admin_switches_and_owner_and_diagnostics_see_what_follows()
    {
        var office = await product.OpenOfficeAsync();
        using var admin = await office.HireAsync(Role.Admin, "Adam Reyes");
        var answer = await (await PutAsync(admin, "Trying it out", (Messaging, "off"))).JsonAsync();
        Assert.Equal("ENABLE_MESSAGING_V1 ENABLE_PROACTIVE_THREAD_CREATION ENABLE_SITTER_MESSAGES_V1", answer.Fields());
        Assert.Equal("""{"deployment":"true","organization":"off","effective":false}""", answer.GetProperty("ENABLE_MESSAGING_V1").GetRawText());
        Assert.Equal("""{"deployment":"true","organization":null,"effective":false}""", answer.GetProperty("ENABLE_SITTER_MESSAGES_V1").GetRawText());
        Assert.Equal(answer.GetRawText(), (await office.GetAsync(Flags)).GetRawText());
        Assert.Equal(answer.GetRawText(), (await office.GetAsync("/api/messages/diagnostics")).GetProperty("featureFlags").GetRawText());

        var back = await (await PutAsync(admin, "Enough", (Messaging, null), (SitterMessages, "on"))).JsonAsync();
        Assert.Equal("""{"deployment":"true","organization":null,"effective":true}""", back.GetProperty("ENABLE_MESSAGING_V1").GetRawText());
        Assert.Equal("""{"deployment":"true","organization":"on","effective":true}""", back.GetProperty("ENABLE_SITTER_MESSAGES_V1").GetRawText());
    }

    [Fact]
    public async Task Another_business_keeps_its_own_word()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        using var admin = await office.HireAsync(Role.Admin, "Adam Reyes");
        await PutAsync(admin, "Trying it out", (Messaging, "off"));
        Assert.True((await other.GetAsync(Flags)).GetProperty("ENABLE_MESSAGING_V1").GetProperty("effective").GetBoolean());
    }

    [Fact]
    public async Task A_change_needs_a_reason_a_flag_that_exists_and_a_word_that_is_one()
    {
        var office = await product.OpenOfficeAsync();
        using var admin = await office.HireAsync(Role.Admin, "Adam Reyes");
        await (await PutAsync(admin, " ", (Messaging, "off"))).IsProblemAsync(HttpStatusCode.BadRequest, "reason_required");
        await (await PutAsync(admin, "Why not", ("ENABLE_TELEPATHY", "on"))).IsProblemAsync(HttpStatusCode.BadRequest, "unknown_flag");
        await (await PutAsync(admin, "Why not", (Messaging, "maybe"))).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        await (await admin.PutAsJsonAsync(Flags, new { reason = "Why not" })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        Assert.True((await office.GetAsync(Flags)).GetProperty("ENABLE_MESSAGING_V1").GetProperty("effective").GetBoolean());
    }

    [Fact]
    public async Task Only_an_admin_switches()
    {
        var office = await product.OpenOfficeAsync();
        await (await PutAsync(office.Http, "Mine", (Messaging, "off"))).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Every_switch_is_in_the_audit_log_newest_first_and_the_chain_holds()
    {
        var office = await product.OpenOfficeAsync();
        using var admin = await office.HireAsync(Role.Admin, "Adam Reyes");
        await PutAsync(admin, "First", (Messaging, "off"));
        product.Clock.Advance(TimeSpan.FromSeconds(10));
        await PutAsync(admin, "Second", (Messaging, "on"));
        var changes = await office.GetAsync($"{Audit}?type=flag.changed");
        var items = changes.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["Second", "First"], items.ConvertAll(item => item.GetProperty("reason").GetString()));
        Assert.Equal("sequence at actor actorUserId action subject types reason", items[0].Fields());
        Assert.Equal(("admin", "ENABLE_MESSAGING_V1", "on"), (
            items[0].GetProperty("actor").GetString(), items[0].GetProperty("subject").GetString(), items[0].GetProperty("types").Words()));

        var since = Uri.EscapeDataString(Web.Api.Instants.Format(product.Clock.GetUtcNow().AddSeconds(-5)));
        Assert.Equal(1, (await office.GetAsync($"{Audit}?from={since}")).GetProperty("items").GetArrayLength());
        await (await office.Http.GetAsync($"{Audit}?from=yesterday")).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        Assert.Empty(await product.App.Get<AuditLog>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_audit_log_is_paged()
    {
        var office = await product.OpenOfficeAsync();
        using var admin = await office.HireAsync(Role.Admin, "Adam Reyes");
        foreach (var word in (string[])["off", "on", "off", "on", "off"])
        {
            await PutAsync(admin, word, (SitterMessages, word));
        }

        List<long> read = [];
        var path = $"{Audit}?type=flag.changed&limit=2";
        for (var next = path; next is not null;)
        {
            var page = await office.GetAsync(next);
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("sequence").GetInt64()));
            next = page.GetProperty("nextCursor").GetString() is { } cursor ? $"{path}&cursor={cursor}" : null;
            await PutAsync(admin, "Meanwhile", (Proactive, read.Count % 4 == 2 ? "off" : "on"));
        }

        Assert.Equal(5, read.Count);
        Assert.Equal(read.Distinct().OrderDescending(), read);
        await (await office.Http.GetAsync($"{Audit}?cursor=nonsense")).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await (await office.Http.GetAsync($"{Audit}?limit=0")).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_limit");
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string reason, params (string Name, string? Word)[] flags) =>
        client.PutAsJsonAsync(Flags, new { flags = flags.ToDictionary(flag => flag.Name, flag => flag.Word, StringComparer.Ordinal), reason });
}
