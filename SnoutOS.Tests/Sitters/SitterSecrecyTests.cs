using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Sitters;

/// <summary>
/// Whatever was found in whatever message, no answer that a sitter can get says by which rule, of which type, where or how
/// surely.
/// </summary>
public sealed class SitterSecrecyTests(Product product) : IClassFixture<Product>
{
    private const string Threads = "/api/messages/threads";
    private const string Slip = "If anything is up call me at 917-555-0148 or write to casey@example.com";

    private static readonly string[] Telltales =
        ["rule", "confidence", "start", "length", "span", .. Enum.GetValues<FindingType>().Select(TagWords.Of), "blocked", "masked", "flagged", "force_sent"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_answer_to_a_sitter_tells_what_was_found()
    {
        var day = await SitterDay.OpenAsync(product.App);
        var (robin, thread) = await day.WalkAsync(TimeSpan.Zero);
        var (ana, olivia) = (await product.App.SignedInAsync(day.AnaEmail), await product.App.SignedInAsync(day.Business.OwnerEmail));
        await TextInAsync(day, robin, Slip);
        var sent = await HeldAsync(ana, thread, "my cell is 212-555-0142", "key-1");
        var kept = await HeldAsync(ana, thread, "jane@example.com", "key-2");
        await ForceSendAsync(day, sent);
        await product.App.Get<HeldMessages>().DismissAsync(day.Owner, kept, "no", falsePositive: false, allow: false, Stop);
        product.Clock.Advance(Strikes.OneStrike + TimeSpan.FromSeconds(1));
        var open = await HeldAsync(ana, thread, "text me on WhatsApp at 212 555 0142", "key-3");

        string[] paths = [Threads, $"{Threads}/{thread}", $"{Threads}/{thread}/messages", $"/api/messages/{open}/routing", "/api/messages/diagnostics"];
        var told = new List<JsonElement>();
        foreach (var path in paths)
        {
            told.Add(await ReadAsync(await ana.GetAsync(path, Stop)));
        }

        foreach (var id in (Guid[])[sent, kept, open])
        {
            foreach (var verb in (string[])["force-send", "dismiss", "reveal", "retry"])
            {
                told.Add(await ReadAsync(await ana.PostAsJsonAsync($"/api/messages/{id}/{verb}", new { reason = "please", index = 0 }, Stop)));
            }
        }

        var again = await WriteAsync(ana, thread, "my cell is 212-555-0142", "key-1");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        told.Add(await ReadAsync(again));
        Assert.All(told, answer => Assert.Empty(Leaks(answer)));
        Assert.All(told, answer => Assert.DoesNotContain("0148", answer.GetRawText(), StringComparison.Ordinal));
        Assert.Contains(Masking.Mark, told[2].GetRawText(), StringComparison.Ordinal);

        // The same eyes find all of it in what the owner gets.
        Assert.NotEmpty(Leaks(await ReadAsync(await olivia.GetAsync($"{Threads}/{thread}/messages", Stop))));
    }

    [Fact]
    public async Task Not_even_the_answer_that_pauses_the_sitter()
    {
        var day = await SitterDay.OpenAsync(product.App);
        var (_, thread) = await day.WalkAsync(TimeSpan.Zero);
        var ana = await product.App.SignedInAsync(day.AnaEmail);
        foreach (var key in (string[])["1", "2", "3"])
        {
            await HeldAsync(ana, thread, "my cell is 212-555-0142", key);
            product.Clock.Advance(Strikes.OneStrike + TimeSpan.FromSeconds(1));
        }

        var paused = await WriteAsync(ana, thread, "Hello", "4");
        Assert.Equal(HttpStatusCode.Locked, paused.StatusCode);
        Assert.Empty(Leaks(await ReadAsync(paused)));
    }

    /// <summary>Every word of an answer, name or value, that tells something of what was found.</summary>
    private static IEnumerable<string> Leaks(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Object => answer.EnumerateObject().SelectMany(property => Leaks(property.Value).Concat(Telltales.Where(tale => property.NameEquals(tale)))),
        JsonValueKind.Array => answer.EnumerateArray().SelectMany(Leaks),
        JsonValueKind.String => Telltales.Concat(Rules()).Where(tale => answer.ValueEquals(tale)),
        _ => [],
    };

    private static IEnumerable<string> Rules() => new Detector().Inspect(Slip).Select(finding => finding.Rule);

    private static async Task<Guid> HeldAsync(HttpClient ana, Guid thread, string body, string key)
    {
        var problem = await (await WriteAsync(ana, thread, body, key)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "anti_poaching_blocked");
        Assert.Empty(Leaks(problem));
        Assert.DoesNotContain(body, problem.GetRawText(), StringComparison.Ordinal);
        return problem.GetProperty("messageId").GetGuid();
    }

    private static Task<HttpResponseMessage> WriteAsync(HttpClient ana, Guid thread, string body, string idempotencyKey) =>
        ana.PostAsJsonAsync($"{Threads}/{thread}/messages", new { body, idempotencyKey }, Stop);

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);

    private async Task ForceSendAsync(SitterDay day, Guid message) => Assert.IsType<HeldResult.Decided>(
        await product.App.Get<HeldMessages>().ForceSendAsync(day.Owner, message, "their vet", afterWindow: false, Stop));

    private async Task TextInAsync(SitterDay day, SittersClient client, string body)
    {
        (await product.Webhooks.TextAsync(client.Phone.E164, day.Number.E164, body)).EnsureSuccessStatusCode();
        await Until.FoundAsync(async () =>
        {
            await using var db = day.Db();
            return await db.Messages.FirstOrDefaultAsync(row => row.Body == body && row.Direction == Direction.Inbound, Stop);
        });
    }
}
