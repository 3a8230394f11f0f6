using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Api;

public abstract class DiagnosticsTests(Product product)
{
    private const string Diagnostics = "/api/messages/diagnostics";

    [Fact]
    public async Task A_new_business_reads_complete_zeros()
    {
        var office = await product.OpenOfficeAsync();
        var report = await office.GetAsync(Diagnostics);
        Assert.Equal(
            "generatedAt organizationId window threadsByNumberClass antiPoachingBlocked antiPoachingPictures ownerInboxRouted ownerInboxRoutedByReason sitterNoActiveWindow webhooks outbox routingDecisions featureFlags",
            report.Fields());
        Assert.Equal(office.Id, report.GetProperty("organizationId").GetGuid());
        Assert.Equal("""{"front_desk":0,"sitter":0,"pool":0}""", report.GetProperty("threadsByNumberClass").GetRawText());
        Assert.Equal(
            "unknown_number own_number service_sender staff_sender consent_keyword pool_mismatch unknown_sender front_desk sitter_messages_off owner_choice sitter_unavailable no_active_window active_window visit_in_progress overlapping_windows",
            report.GetProperty("ownerInboxRoutedByReason").Fields());
        Assert.All(report.GetProperty("ownerInboxRoutedByReason").EnumerateObject(), reason => Assert.Equal(0, reason.Value.GetInt32()));
        Assert.Equal("received duplicate rejectedSignature unprocessed", report.GetProperty("webhooks").Fields());
        Assert.Equal("""{"pending":0,"retrying":0,"ambiguous":0,"failed":0,"oldestSeconds":0}""", report.GetProperty("outbox").GetRawText());
        Assert.Equal(0, report.GetProperty("routingDecisions").GetArrayLength());
        Assert.Equal("ENABLE_MESSAGING_V1 ENABLE_PROACTIVE_THREAD_CREATION ENABLE_SITTER_MESSAGES_V1", report.GetProperty("featureFlags").Fields());
        Assert.Equal(
            """{"deployment":"true","organization":null,"effective":true}""",
            report.GetProperty("featureFlags").GetProperty("ENABLE_MESSAGING_V1").GetRawText());
        var window = report.GetProperty("window");
        Assert.Equal(TimeSpan.FromHours(24), window.GetProperty("to").GetDateTimeOffset() - window.GetProperty("from").GetDateTimeOffset());
    }

    [Fact]
    public async Task What_came_in_is_counted_exactly_and_for_this_business_alone()
    {
        var (office, other) = (await product.OpenOfficeAsync(), await product.OpenOfficeAsync());
        var phone = Businesses.NextNumber();
        await office.TextInAsync(phone, "One");
        await office.TextInAsync(phone, "Two");
        await other.TextInAsync();
        var sid = Webhooks.NewSid();
        for (var time = 0; time < 3; time++)
        {
            await product.Webhooks.TextAsync(phone.E164, office.Business.FrontDesk.E164, "Three", sid);
        }

        await office.ProcessedAsync();
        var report = await office.GetAsync(Diagnostics);
        Assert.Equal((3, 1, 2), (
            report.GetProperty("ownerInboxRouted").GetInt32(),
            report.GetProperty("ownerInboxRoutedByReason").GetProperty("unknown_sender").GetInt32(),
            report.GetProperty("ownerInboxRoutedByReason").GetProperty("front_desk").GetInt32()));
        Assert.Equal((5, 2, 0), WebhooksOf(report));
        Assert.Equal(1, report.GetProperty("threadsByNumberClass").GetProperty("front_desk").GetInt32());
        var newest = report.GetProperty("routingDecisions")[0];
        Assert.Equal("at messageId threadId numberClass target reason sender recipient", newest.Fields());
        Assert.Equal(("front_desk", "owner_inbox", $"•••• {phone.LastFour}"), (
            newest.GetProperty("reason").GetString(), newest.GetProperty("target").GetString(), newest.GetProperty("sender").GetString()));
        Assert.DoesNotContain(phone.E164[1..], report.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_older_than_the_window_is_not_counted()
    {
        var office = await product.OpenOfficeAsync();
        await office.TextInAsync("Just now");
        var at = product.Clock.GetUtcNow().AddHours(-3);
        await office.ChangeAsync(async db =>
        {
            await db.RoutingDecisions.AddAsync(new RoutingDecision
            {
                OrganizationId = office.Id,
                Id = Guid.CreateVersion7(at),
                Target = RoutingTarget.OwnerInbox,
                Reason = RoutingReason.OwnNumber,
                DecidedAt = at,
            });
            await db.ProviderEvents.AddAsync(new ProviderEvent
            {
                OrganizationId = office.Id,
                State = ProviderEventState.Processed,
                DedupeKey = $"long ago {office.Id}",
                ReceivedAt = at,
            });
        });
        Assert.Equal((1, 1), Counted(await office.GetAsync($"{Diagnostics}?hours=2")));
        Assert.Equal((2, 2), Counted(await office.GetAsync($"{Diagnostics}?hours=4")));

        static (int Routed, int Received) Counted(JsonElement report) =>
            (report.GetProperty("ownerInboxRouted").GetInt32(), WebhooksOf(report).Received);
    }

    [Fact]
    public async Task The_newest_fifty_decisions_are_shown()
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        for (var n = 0; n < 52; n++)
        {
            await office.TextInAsync(phone, $"Message {n}");
        }

        var decisions = (await office.GetAsync(Diagnostics)).GetProperty("routingDecisions");
        Assert.Equal(50, decisions.GetArrayLength());
        var instants = decisions.EnumerateArray().Select(decision => decision.GetProperty("at").GetDateTimeOffset()).ToList();
        Assert.Equal(instants.OrderDescending(), instants);
    }

    [Fact]
    public async Task A_wrong_signature_is_counted_for_the_deployment()
    {
        var office = await product.OpenOfficeAsync();
        var before = RejectedOf(await office.GetAsync(Diagnostics));
        var answer = await product.Webhooks.SendAsync("", "MessageSid=SM1", "bm90IGEgc2lnbmF0dXJlIGF0IGE=");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before + 1, RejectedOf(await office.GetAsync(Diagnostics)));
    }

    [Fact]
    public async Task The_outbox_tells_what_waits_and_what_failed_until_it_is_handled()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        product.Provider.Answer(new SendOutcome.Rejected(30003, "unreachable"));
        var failed = (await (await office.WriteAsync(thread, new { body = "One" })).JsonAsync()).GetProperty("id").GetGuid();
        await office.StatusIsAsync(failed, MessageStatus.Failed);
        Assert.Equal(1, OutboxOf(await office.GetAsync(Diagnostics)).Failed);
        await office.PostAsync($"/api/messages/threads/{thread}/handled");
        Assert.Equal(0, OutboxOf(await office.GetAsync(Diagnostics)).Failed);

        product.Provider.Answer(new SendOutcome.NotTaken(TimeSpan.FromHours(1), "busy"));
        var retrying = (await (await office.WriteAsync(thread, new { body = "Two" })).JsonAsync()).GetProperty("id").GetGuid();
        await Until.TrueAsync(async () =>
        {
            await using var db = office.Db();
            return (await db.Outbox.SingleAsync(entry => entry.MessageId == retrying)) is { State: OutboxState.Pending, Attempts: 1 };
        });
        await office.WriteAsync(thread, new { body = "Behind it" });
        product.Clock.Advance(TimeSpan.FromSeconds(30));
        var outbox = OutboxOf(await office.GetAsync(Diagnostics));
        Assert.Equal((1, 1, 0, 0), (outbox.Pending, outbox.Retrying, outbox.Ambiguous, outbox.Failed));
        Assert.InRange(outbox.Oldest, 31, 60);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("721")]
    [InlineData("soon")]
    public async Task Hours_out_of_range_are_refused(string hours)
    {
        var office = await product.OpenOfficeAsync();
        await (await office.Http.GetAsync($"{Diagnostics}?hours={hours}")).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_hours");
    }

    [Fact]
    public async Task Admins_read_it_sitters_and_strangers_do_not()
    {
        var office = await product.OpenOfficeAsync();
        using var admin = await office.HireAsync(Role.Admin, "Adam Reyes");
        using var sitter = await office.HireAsync(Role.Sitter, "Ana Silva");
        using var nobody = product.App.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(Diagnostics)).StatusCode);
        await (await sitter.GetAsync(Diagnostics)).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await nobody.GetAsync(Diagnostics)).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    private static (int Received, int Duplicate, int Unprocessed) WebhooksOf(JsonElement report)
    {
        var webhooks = report.GetProperty("webhooks");
        return (webhooks.GetProperty("received").GetInt32(), webhooks.GetProperty("duplicate").GetInt32(), webhooks.GetProperty("unprocessed").GetInt32());
    }

    private static int RejectedOf(JsonElement report) => report.GetProperty("webhooks").GetProperty("rejectedSignature").GetInt32();

    private static (int Pending, int Retrying, int Ambiguous, int Failed, int Oldest) OutboxOf(JsonElement report)
    {
        var outbox = report.GetProperty("outbox");
        return (
            outbox.GetProperty("pending").GetInt32(),
            outbox.GetProperty("retrying").GetInt32(),
            outbox.GetProperty("ambiguous").GetInt32(),
            outbox.GetProperty("failed").GetInt32(),
            outbox.GetProperty("oldestSeconds").GetInt32());
    }
}
