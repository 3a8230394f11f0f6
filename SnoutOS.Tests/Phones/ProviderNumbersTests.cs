using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Simulator;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator.Carrier;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Phones;

/// <summary>The account's numbers over the API, with the simulated carrier as the account.</summary>
public sealed class ProviderNumbersTests(AppWithPhones product) : IClassFixture<AppWithPhones>
{
    private const string Theirs = "/api/numbers/provider";

    [Fact]
    public async Task Whats_new_is_imported_and_then_ours()
    {
        var (business, owner) = await OpenAsync();
        var (fine, astray) = (Rent(), Rent(elsewhere: true));
        var before = await ListAsync(owner);
        Assert.Equal(("new", "right"), Standing(before, fine));
        Assert.Equal(("new", "wrong"), Standing(before, astray));

        var answer = await owner.PostAsJsonAsync($"{Theirs}/import", new { sids = new[] { fine.Sid, astray.Sid, fine.Sid }, @class = "pool" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var imported = (await answer.JsonAsync()).GetProperty("items");
        Assert.Equal($"{fine.Address} {astray.Address}", string.Join(' ', imported.EnumerateArray().Select(item => item.GetProperty("e164").GetString())));
        Assert.Equal(("ours", "wrong"), Standing(await ListAsync(owner), astray));

        await using var db = product.App.Db(business.OrganizationId);
        var row = await db.Numbers.SingleAsync(number => number.ProviderSid == astray.Sid);
        Assert.Equal((NumberClass.Pool, NumberStatus.Active, WebhookState.Wrong), (row.Class, row.Status, row.Webhook));
        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Action == "number.imported"));

        // At the carrier nothing was changed by it.
        Assert.Contains("elsewhere", Carrier.Numbers.All.Find(number => number.Sid == astray.Sid)!.SmsUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anothers_numbers_are_not_spoken_of_and_a_clients_phone_is_no_number()
    {
        var (_, owner) = await OpenAsync();
        var (_, otherOwner) = await OpenAsync();
        var (taken, clients) = (Rent(), Rent());
        (await otherOwner.PostAsJsonAsync($"{Theirs}/import", new { sids = new[] { taken.Sid }, @class = "pool" })).EnsureSuccessStatusCode();
        (await otherOwner.PostAsJsonAsync("/api/clients", new { name = "Robin", phones = new[] { clients.Address } })).EnsureSuccessStatusCode();

        var listed = await ListAsync(owner);
        Assert.DoesNotContain(listed, item => item.GetProperty("sid").GetString() == taken.Sid);
        Assert.Equal("a_clients", Standing(listed, clients).Standing);
        await RefusedAsync(owner, "pool", "number_taken", taken.Sid);
        await RefusedAsync(owner, "pool", "phone_is_a_clients", clients.Sid);
    }

    [Fact]
    public async Task An_import_is_taken_whole_or_not_at_all()
    {
        var (business, owner) = await OpenAsync();
        var (one, two) = (Rent(), Rent());
        await RefusedAsync(owner, "pool", "not_at_provider", one.Sid, "PN00000000000000000000000000000009");
        await RefusedAsync(owner, "front_desk", "front_desk_exists", two.Sid);
        await (await owner.PostAsJsonAsync($"{Theirs}/import", new { sids = new[] { one.Sid }, @class = "sitter" })).IsProblemAsync(HttpStatusCode.BadRequest, "sitter_mismatch");
        await (await owner.PostAsJsonAsync($"{Theirs}/import", new { sids = Array.Empty<string>(), @class = "pool" })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        await using var db = product.App.Db(business.OrganizationId);
        Assert.Equal(business.FrontDesk, (await db.Numbers.SingleAsync()).Phone);
    }

    [Fact]
    public async Task Two_businesses_that_want_the_same_number_at_once_get_one_answer_each()
    {
        var (_, owner) = await OpenAsync();
        var (_, otherOwner) = await OpenAsync();
        var wanted = Rent();
        var request = new { sids = new[] { wanted.Sid }, @class = "pool" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => (turn % 2 == 0 ? owner : otherOwner).PostAsJsonAsync($"{Theirs}/import", request)));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_webhook_is_checked_and_repaired()
    {
        var (business, owner) = await OpenAsync();
        var astray = Rent(elsewhere: true);
        var id = (await (await owner.PostAsJsonAsync($"{Theirs}/import", new { sids = new[] { astray.Sid }, @class = "pool" })).JsonAsync())
            .GetProperty("items")[0].Id();

        Assert.Equal("wrong", await WebhookAsync(owner, id, "check"));
        Assert.Equal("right", await WebhookAsync(owner, id, "repair"));
        Assert.Equal("right", await WebhookAsync(owner, id, "check"));
        var repaired = Carrier.Numbers.All.Find(number => number.Sid == astray.Sid)!;
        var options = product.App.Get<TwilioOptions>();
        Assert.Equal((options.SmsUrl, options.VoiceUrl), (repaired.SmsUrl, repaired.VoiceUrl));
        Assert.EndsWith("/api/messages/webhook/twilio#rc=3&rp=ct,rt,5xx", repaired.SmsUrl, StringComparison.Ordinal);

        // The front desk of a test's business was never rented.
        Assert.Equal("not_theirs", await WebhookAsync(owner, business.FrontDeskId, "check"));
        Assert.Equal("not_theirs", await WebhookAsync(owner, business.FrontDeskId, "repair"));
        await using var db = product.App.Db(business.OrganizationId);
        Assert.Equal(WebhookState.NotTheirs, (await db.Numbers.SingleAsync(number => number.Id == business.FrontDeskId)).Webhook);
        Assert.Equal("right not_theirs", string.Join(' ', await db.Audit.Where(entry => entry.Action == "number.webhook_repaired")
            .OrderBy(entry => entry.Sequence).Select(entry => entry.Types).ToListAsync()));
    }

    [Fact]
    public async Task Anothers_number_is_neither_checked_nor_repaired()
    {
        var (_, owner) = await OpenAsync();
        var (other, _) = await OpenAsync();
        foreach (var verb in (string[])["check", "repair"])
        {
            await (await owner.PostAsync(new Uri($"/api/numbers/{other.FrontDeskId}/webhook/{verb}", UriKind.Relative), null)).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Fact]
    public async Task All_are_checked_with_one_listing()
    {
        var (business, _) = await OpenAsync();
        var actor = new Domain.Access.Actor(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner);
        var rented = Rent();
        await product.App.Get<NumberImport>().ImportAsync(actor, [rented.Sid], NumberClass.Pool, CancellationToken.None);
        var checkedNow = await product.App.Get<WebhookCheck>().CheckAllAsync(actor, CancellationToken.None);
        Assert.Equal([WebhookState.Right, WebhookState.NotTheirs], checkedNow.Select(number => number.Webhook).Order());
    }

    [Fact]
    public async Task Without_an_account_the_answer_is_that_there_is_none()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions
        {
            Workers = false,
            Services = services => services.AddSingleton<IProviderNumbers, UnconfiguredProvider>(),
        });
        var business = await app.OpenBusinessAsync();
        using var owner = await app.SignedInAsync(business.OwnerEmail);
        await (await owner.GetAsync(Theirs)).IsProblemAsync(HttpStatusCode.ServiceUnavailable, "provider_unavailable");
        await (await owner.PostAsync(new Uri($"/api/numbers/{business.FrontDeskId}/webhook/check", UriKind.Relative), null))
            .IsProblemAsync(HttpStatusCode.ServiceUnavailable, "provider_unavailable");
    }

    private CarrierState Carrier => product.App.Get<CarrierState>();

    private CarrierNumber Rent(bool elsewhere = false)
    {
        var options = product.App.Get<TwilioOptions>();
        var number = new CarrierNumber
        {
            Sid = $"PN{Webhooks.NewSid()[2..]}",
            Address = Businesses.NextNumber().E164,
            SmsUrl = elsewhere ? "https://elsewhere.example/texts" : options.SmsUrl,
            VoiceUrl = options.VoiceUrl,
            RentedAt = product.Clock.GetUtcNow(),
        };
        Carrier.Numbers.Rent(number);
        return number;
    }

    private async Task<(Business Business, HttpClient Owner)> OpenAsync()
    {
        var business = await product.App.OpenBusinessAsync();
        return (business, await product.App.SignedInAsync(business.OwnerEmail));
    }

    private static async Task<List<JsonElement>> ListAsync(HttpClient owner) =>
        [.. (await (await owner.GetAsync(Theirs)).JsonAsync()).GetProperty("items").EnumerateArray()];

    private static (string? Standing, string? Webhook) Standing(List<JsonElement> listed, CarrierNumber number)
    {
        var item = listed.Single(row => row.GetProperty("sid").GetString() == number.Sid);
        return (item.GetProperty("standing").GetString(), item.GetProperty("webhook").GetString());
    }

    private static async Task RefusedAsync(HttpClient owner, string numberClass, string code, params string[] sids) =>
        await (await owner.PostAsJsonAsync($"{Theirs}/import", new { sids, @class = numberClass })).IsProblemAsync(HttpStatusCode.Conflict, code);

    private static async Task<string?> WebhookAsync(HttpClient owner, Guid id, string verb)
    {
        var answer = await owner.PostAsync(new Uri($"/api/numbers/{id}/webhook/{verb}", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.JsonAsync()).GetProperty("webhook").GetString();
    }
}
