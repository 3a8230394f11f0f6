using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing;

/// <summary>A weekly walk of Ana's with Robin that has just begun, and everybody who may have something to say about it.</summary>
internal sealed record PolicedDay(
    Product Product, BookingOffice Desk, Person Ana, HttpClient AnaHttp, PhoneNumber Phone, PhoneNumber Number, Guid ClientId, Guid Thread)
{
    public const string Threads = "/api/messages/threads";
    public const string Poaching = "Any time! My cell is 212-555-0142.";
    public const string Clean = "Biscuit ate all of his dinner.";

    public Office Office => Desk.Office;

    public static async Task<PolicedDay> OpenAsync(Product product, params string[] vets)
    {
        var desk = await BookingOffice.OpenAsync(product);
        var ana = await product.App.HireAsync(desk.Office.Id, Domain.Organizations.Role.Sitter, "Ana Silva");
        await desk.NumberAsync("sitter", ana.SitterId);
        var phone = Businesses.NextNumber();
        var card = new { name = "Robin Vale", phones = new[] { phone.E164 }, vetPhones = vets };
        var client = (await (await desk.Office.PostAsync("/api/clients", card)).JsonAsync()).Id();
        var now = product.Clock.GetUtcNow();
        await desk.BookAsync(new
        {
            clientId = client,
            service = "walk",
            startsAt = now.ToString("O"),
            endsAt = now.AddMinutes(30).ToString("O"),
            recurrence = "weekly",
            sitterId = ana.SitterId,
        });
        await using var db = desk.Office.Db();
        var number = await db.Numbers.SingleAsync(row => row.SitterId == ana.SitterId);
        var thread = await db.Threads.SingleAsync(row => row.NumberId == number.Id);
        return new PolicedDay(product, desk, ana, await product.App.SignedInAsync(ana.Email), phone, number.Phone, client, thread.Id);
    }

    public Task<HttpResponseMessage> WriteAsync(string body, string? key = null)
    {
        Product.Clock.Advance(TimeSpan.FromSeconds(1));
        return AnaHttp.PostAsJsonAsync($"{Threads}/{Thread}/messages", new { body, idempotencyKey = key });
    }

    public async Task<Guid> SendAsync(string body) => (await (await WriteAsync(body)).JsonAsync()).Id();

    /// <summary>An attempt that is held back; answers the message's id.</summary>
    public async Task<Guid> AttemptAsync(string body = Poaching) =>
        (await (await WriteAsync(body)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "anti_poaching_blocked")).GetProperty("messageId").GetGuid();

    /// <summary>So many attempts, each a strike of its own.</summary>
    public async Task<List<Guid>> StrikesAsync(int count)
    {
        var messages = new List<Guid>();
        for (var strike = 0; strike < count; strike++)
        {
            messages.Add(await AttemptAsync());
            Product.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        return messages;
    }

    public Task<Guid> TextAsync(string body) => Office.TextInAsync(Phone, body, Number);

    public async Task<JsonElement> AnasAsync(string path) => await (await AnaHttp.GetAsync(path)).JsonAsync();

    public Task<HttpResponseMessage> ForceAsync(Guid message, string reason = "It is her vet's", bool afterWindow = false) =>
        Office.PostAsync($"/api/messages/{message}/force-send", new { reason, afterWindow });

    public Task<HttpResponseMessage> DismissAsync(Guid message, bool falsePositive = false, bool allow = false) =>
        Office.PostAsync($"/api/messages/{message}/dismiss", new { reason = "Looked at it", falsePositive, allow });

    /// <summary>The owner's view of the newest messages.</summary>
    public async Task<List<JsonElement>> MessagesAsync(Guid? thread = null) =>
        [.. (await Office.GetAsync($"{Threads}/{thread ?? Thread}/messages")).GetProperty("items").EnumerateArray()];

    public async Task<List<JsonElement>> AnasMessagesAsync() =>
        [.. (await AnasAsync($"{Threads}/{Thread}/messages")).GetProperty("items").EnumerateArray()];

    public async Task<string> AnasStatusAsync() =>
        (await Office.GetAsync($"/api/sitters/{Ana.SitterId}")).Text("status");

    public async Task<List<string>> AuditAsync(string action)
    {
        await using var db = Office.Db();
        return await db.Audit.Where(row => row.Action == action).OrderBy(row => row.Sequence)
            .Select(row => row.Actor + "|" + row.Types + "|" + row.Reason).ToListAsync();
    }

    public async Task<string[]> SentToRobinAsync(int count)
    {
        await Until.TrueAsync(() =>
        {
            Product.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return Task.FromResult(Product.Provider.Asked.Count(sms => sms.To == Phone) >= count);
        });
        return [.. Product.Provider.Asked.Where(sms => sms.To == Phone).Select(sms => sms.Body)];
    }
}
