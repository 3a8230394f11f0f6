using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Bookings;

/// <summary>Everybody at once, on each database: one conversation, one window, nothing lost and nothing twice.</summary>
public abstract class AtOnceTests(Product product)
{
    private const int Assignments = 64, Texts = 32, Answers = 16;

    [Fact]
    public async Task Sixty_four_assign_a_visit_while_its_client_texts_and_its_sitter_writes()
    {
        var desk = await BookingOffice.OpenAsync(product);
        var ana = await product.App.HireAsync(desk.Office.Id, Role.Sitter, "Ana Silva");
        var number = await NumberOfAsync(desk, await desk.NumberAsync("sitter", ana.SitterId));
        var phone = Businesses.NextNumber();
        var client = (await (await desk.Office.PostAsync("/api/clients", new { name = "Robin Vale", phones = new[] { phone.E164 }, recurring = true })).JsonAsync()).Id();
        var now = product.Clock.GetUtcNow();
        var booking = (await desk.BookAsync(BookingOffice.Form(client, now.ToString("O"), now.AddHours(1).ToString("O")))).Id();
        using var http = await product.App.SignedInAsync(ana.Email);

        var assigned = Task.WhenAll(Enumerable.Range(0, Assignments).Select(_ => desk.AssignAsync(booking, ana.SitterId)));
        var told = Task.WhenAll(Enumerable.Range(0, Texts).Select(n => TellAsync(phone, number, $"Text {n}")));
        var written = Task.WhenAll(Enumerable.Range(0, Answers).Select(n => WriteAsync(desk, http, n)));
        Assert.All(await assigned, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await Task.WhenAll(told, written);
        await desk.Office.ProcessedAsync();

        await using var db = desk.Office.Db();
        var thread = await db.Threads.SingleAsync();
        Assert.Equal((client, Texts, Texts + Answers), (thread.ClientId, thread.InboundCount, thread.MessageCount));
        var window = await db.Windows.SingleAsync();
        Assert.Equal((ana.SitterId!.Value, null), (window.SitterId, window.CancelledAt));
        Assert.Equal((Texts, Answers), (await DistinctAsync(db.Messages, Direction.Inbound), await DistinctAsync(db.Messages, Direction.Outbound)));
        var decisions = await db.RoutingDecisions.ToListAsync();
        Assert.Equal(Texts, decisions.Count);
        Assert.All(decisions, decision => Assert.Equal(
            decision.SitterId is null ? RoutingReason.NoActiveWindow : RoutingReason.ActiveWindow, decision.Reason));
        var shared = await db.SharedMessages.ToListAsync();
        Assert.Equal(decisions.Count(decision => decision.SitterId is not null), shared.Count(row => row.Reason == ShareReason.Routed));
        Assert.Equal(Answers, shared.Count(row => row.Reason == ShareReason.Wrote));
        Assert.Equal(shared.Count(row => row.Reason == ShareReason.Routed), (await db.SitterConversations.SingleAsync()).InboundCount);
        await LeftOnceAsync(phone);
    }

    /// <summary>As the carrier does it: the same text again until somebody says that it is recorded.</summary>
    private Task TellAsync(PhoneNumber from, PhoneNumber to, string body)
    {
        var sid = Webhooks.NewSid();
        return Until.TrueAsync(async () =>
        {
            var answer = await product.Webhooks.TextAsync(from.E164, to.E164, body, sid);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable });
            return answer.StatusCode == HttpStatusCode.OK;
        });
    }

    /// <summary>Asks again under the same key until the conversation is there and the window open.</summary>
    private static Task WriteAsync(BookingOffice desk, HttpClient http, int n) => Until.TrueAsync(async () =>
    {
        await using var db = desk.Office.Db();
        if (await db.Threads.Select(row => (Guid?)row.Id).SingleOrDefaultAsync() is not { } thread)
        {
            return false;
        }

        var answer = await http.PostAsJsonAsync($"/api/messages/threads/{thread}/messages", new { body = $"Answer {n}", idempotencyKey = $"key {n}" });
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.NotFound, HttpStatusCode.Conflict });
        return answer.StatusCode == HttpStatusCode.Created;
    });

    private async Task LeftOnceAsync(PhoneNumber phone)
    {
        await Until.TrueAsync(() =>
        {
            product.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return Task.FromResult(product.Provider.Asked.Count(sms => sms.To == phone) >= Answers);
        });
        var asked = product.Provider.Asked.Where(sms => sms.To == phone).ToList();
        Assert.Equal((Answers, Answers), (asked.Count, asked.DistinctBy(sms => sms.MessageId).Count()));
    }

    private static async Task<int> DistinctAsync(IQueryable<Message> messages, Direction direction)
    {
        var bodies = await messages.Where(message => message.Direction == direction).Select(message => message.Body).ToListAsync();
        Assert.Equal(bodies.Count, bodies.Distinct(StringComparer.Ordinal).Count());
        return bodies.Count;
    }

    private static async Task<PhoneNumber> NumberOfAsync(BookingOffice desk, Guid id)
    {
        await using var db = desk.Office.Db();
        return (await db.Numbers.SingleAsync(row => row.Id == id)).Phone;
    }
}
