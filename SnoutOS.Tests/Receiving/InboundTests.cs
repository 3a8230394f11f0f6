using System.Net;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Receiving;

/// <summary>Inbound texts through the real door: Kestrel, a signature, a real database.</summary>
public abstract class InboundTests(Engine engine) : IAsyncLifetime
{
    private SnoutApp _app = null!;
    private Webhooks _webhooks = null!;
    private Business _business = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SnoutApp.StartAsync(new SnoutAppOptions { Engine = engine, Settings = Webhooks.Settings });
        _webhooks = new Webhooks(_app);
        _business = await _app.OpenBusinessAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_stranger_who_writes_becomes_a_contact_with_a_thread_on_that_number()
    {
        var stranger = Businesses.NextNumber();
        var answer = await _webhooks.TextAsync(stranger.E164, _business.FrontDesk.E164, "Do you have time for Biscuit in May?");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("<Response></Response>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await ProcessedAsync(1);
        await using var db = _app.Db(_business.OrganizationId);
        var client = await db.Clients.Include(row => row.Phones).SingleAsync();
        Assert.Equal(ClientKind.Contact, client.Kind);
        Assert.Equal(stranger, client.Phones.Single().Phone);
        var thread = await db.Threads.SingleAsync();
        Assert.Equal((client.Id, _business.FrontDeskId), (thread.ClientId, thread.NumberId));
        Assert.Equal("Do you have time for Biscuit in May?", thread.LastMessagePreview);
        Assert.NotNull(thread.NeedsOwnerSince);
        var decision = await db.RoutingDecisions.SingleAsync();
        Assert.Equal((RoutingTarget.OwnerInbox, RoutingReason.UnknownSender), (decision.Target, decision.Reason));
        Assert.DoesNotContain(stranger.E164[1..], decision.Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_a_hundred_times_at_once_is_one_message()
    {
        var (from, sid) = (Businesses.NextNumber().E164, Webhooks.NewSid());
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _webhooks.TextAsync(from, _business.FrontDesk.E164, "Hello?", sid)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await ProcessedAsync(1);
        await using var db = _app.Db(_business.OrganizationId);
        Assert.Equal(1, await db.Messages.CountAsync());
        Assert.Equal(99, (await db.ProviderEvents.SingleAsync()).Repeats);
    }

    [Fact]
    public async Task A_hundred_first_messages_of_a_new_sender_at_once_are_one_client_one_thread_and_a_hundred_messages()
    {
        var from = Businesses.NextNumber().E164;
        await Task.WhenAll(Enumerable.Range(0, 100).Select(n => _webhooks.TextAsync(from, _business.FrontDesk.E164, $"Part {n}")));
        await ProcessedAsync(100);
        await using var db = _app.Db(_business.OrganizationId);
        Assert.Equal(1, await db.Clients.CountAsync());
        var thread = await db.Threads.SingleAsync();
        Assert.Equal((100, 100), (thread.InboundCount, thread.MessageCount));
        Assert.Equal(100, (await db.Messages.Select(message => message.Body).ToListAsync()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_same_person_may_write_to_two_businesses_and_neither_sees_the_other()
    {
        var other = await _app.OpenBusinessAsync("Other Paws");
        var from = Businesses.NextNumber().E164;
        await _webhooks.TextAsync(from, _business.FrontDesk.E164, "To the first");
        await _webhooks.TextAsync(from, other.FrontDesk.E164, "To the second");
        await ProcessedAsync(2);
        Assert.Equal(["To the first"], await BodiesAsync(_business.OrganizationId));
        Assert.Equal(["To the second"], await BodiesAsync(other.OrganizationId));
    }

    [Fact]
    public async Task A_text_to_no_number_of_ours_is_kept_for_the_operator_and_threaded_nowhere()
    {
        await _webhooks.TextAsync(Businesses.NextNumber().E164, Businesses.NextNumber().E164, "Wrong number");
        await ProcessedAsync(1);
        await using var db = _app.Get<Domain.Persistence.SnoutDb>().ForInstallation();
        var kept = await db.ProviderEvents.SingleAsync();
        Assert.Equal((ProviderEventState.Unroutable, null), (kept.State, kept.OrganizationId));
        Assert.Contains("Wrong number", kept.Payload, StringComparison.Ordinal);
        Assert.Empty(await BodiesAsync(_business.OrganizationId));
    }

    [Fact]
    public async Task A_text_from_a_number_of_ours_is_stored_and_relayed_to_nobody()
    {
        var other = await _app.OpenBusinessAsync("Other Paws");
        await _webhooks.TextAsync(other.FrontDesk.E164, _business.FrontDesk.E164, "Echo");
        await ProcessedAsync(1);
        await using var db = _app.Db(_business.OrganizationId);
        Assert.Empty(await db.Threads.ToListAsync());
        var decision = await db.RoutingDecisions.SingleAsync();
        Assert.Equal((RoutingReason.OwnNumber, null), (decision.Reason, decision.MessageId));
    }

    [Theory]
    [InlineData("72975")]
    [InlineData("AMAZON")]
    [InlineData("")]
    public async Task A_sender_without_a_telephone_number_becomes_a_service(string sender)
    {
        await _webhooks.TextAsync(sender, _business.FrontDesk.E164, "Your code is 1234");
        await ProcessedAsync(1);
        await using var db = _app.Db(_business.OrganizationId);
        Assert.Equal(ClientKind.Service, (await db.Clients.SingleAsync()).Kind);
        Assert.Equal(RoutingReason.ServiceSender, (await db.RoutingDecisions.SingleAsync()).Reason);
    }

    [Fact]
    public async Task A_sitters_personal_phone_is_staff()
    {
        var phone = Businesses.NextNumber();
        var ana = await _app.HireAsync(_business.OrganizationId, Role.Sitter, "Ana");
        await _app.Get<Domain.Persistence.Writer>().CommitAsync(
            _business.OrganizationId,
            async db => (await db.Users.SingleAsync(user => user.Id == ana.UserId)).PersonalPhone = phone,
            TestContext.Current.CancellationToken);
        await _webhooks.TextAsync(phone.E164, _business.FrontDesk.E164, "Running late");
        await ProcessedAsync(1);
        await using var db = _app.Db(_business.OrganizationId);
        Assert.Equal((ClientKind.Staff, "Ana"), await db.Clients.Select(client => new ValueTuple<ClientKind, string>(client.Kind, client.Name)).SingleAsync());
        Assert.Equal(RoutingReason.StaffSender, (await db.RoutingDecisions.SingleAsync()).Reason);
    }

    [Fact]
    public async Task A_decision_can_be_made_again_from_its_stored_facts()
    {
        var from = Businesses.NextNumber().E164;
        await _webhooks.TextAsync(from, _business.FrontDesk.E164, "Hi");
        await ProcessedAsync(1);
        await _webhooks.TextAsync(from, _business.FrontDesk.E164, "Me again");
        await ProcessedAsync(2);
        await using var db = _app.Db(_business.OrganizationId);
        var decisions = await db.RoutingDecisions.ToListAsync();
        Assert.Equal(2, decisions.Count);
        Assert.All(decisions, decision =>
        {
            var facts = System.Text.Json.JsonSerializer.Deserialize<RoutingFacts>(decision.Facts)!;
            Assert.Equal(new Route(decision.Target, decision.Reason, decision.SitterId), Router.Decide(facts, decision.DecidedAt));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_600)]
    [InlineData(20_000)]
    public async Task A_body_of_any_length_is_stored_whole(int length)
    {
        var body = new string('w', length);
        Assert.Equal(HttpStatusCode.OK, (await _webhooks.TextAsync(Businesses.NextNumber().E164, _business.FrontDesk.E164, body)).StatusCode);
        await ProcessedAsync(1);
        Assert.Equal([body], await BodiesAsync(_business.OrganizationId));
    }

    [Fact]
    public async Task Zero_bytes_are_dropped_and_broken_surrogates_mended_and_nothing_else_is_changed()
    {
        const string Form = "From=%2B12015550199&Body=a%00b+%ED%A0%80+%F0%9F%90%B6+c&MessageSid=SM00000000000000000000000000000009&To=";
        var to = _business.FrontDesk.E164;
        var fields = new (string, string)[] { ("From", "+12015550199"), ("Body", "a\0b \uFFFD\uFFFD\uFFFD 🐶 c"), ("MessageSid", "SM00000000000000000000000000000009"), ("To", to) };
        var answer = await _webhooks.SendAsync("", Form + Uri.EscapeDataString(to), Webhooks.Sign(Webhooks.PublicUrl, fields));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await ProcessedAsync(1);
        Assert.Equal(["ab \uFFFD\uFFFD\uFFFD 🐶 c"], await BodiesAsync(_business.OrganizationId));
    }

    [Fact]
    public async Task Eleven_attachments_are_all_kept()
    {
        var media = Enumerable.Range(0, 11).SelectMany(n => new[] { ($"MediaUrl{n}", $"https://api.twilio.com/x/{n}"), ($"MediaContentType{n}", "image/jpeg") });
        await _webhooks.TextAsync(Businesses.NextNumber().E164, _business.FrontDesk.E164, "", null, [.. media]);
        await ProcessedAsync(1);
        await using var db = _app.Db(_business.OrganizationId);
        Assert.Equal(11, await db.Media.CountAsync());
        Assert.Equal("Attachment", (await db.Threads.SingleAsync()).LastMessagePreview);
    }

    private async Task<List<string>> BodiesAsync(Guid organizationId)
    {
        await using var db = _app.Db(organizationId);
        return await db.Messages.OrderBy(message => message.CreatedAt).Select(message => message.Body).ToListAsync();
    }

    private Task ProcessedAsync(int count) => Until.TrueAsync(async () =>
    {
        await using var db = _app.Get<Domain.Persistence.SnoutDb>().ForInstallation();
        return await db.ProviderEvents.CountAsync(row => row.State != ProviderEventState.Pending) >= count;
    });
}
