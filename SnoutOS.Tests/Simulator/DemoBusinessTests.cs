using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator;
using SnoutOS.Web.Simulator.Demo;

namespace SnoutOS.Tests.Simulator;

/// <summary>One product with its demo, read by all of these tests and changed by none.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    public SnoutApp Product { get; private set; } = null!;

    public Guid HappyTailsId { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Product = await SnoutApp.StartAsync(new SnoutAppOptions { Demo = true });
        await using var db = Product.Get<SnoutDb>().ForInstallation();
        HappyTailsId = await db.AllOrganizations().Where(row => row.Name == "Happy Tails Pet Care").Select(row => row.Id).SingleAsync();
    }

    public SnoutDbContext Db() => Product.Db(HappyTailsId);

    public ValueTask DisposeAsync() => Product.DisposeAsync();
}

public sealed class DemoBusinessTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Seeding_again_changes_nothing()
    {
        var before = await CountsAsync();
        Assert.False(await demo.Product.Get<DemoBusiness>().SeedAsync(CancellationToken.None));
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task Everybody_on_the_list_of_sign_ins_exists_and_sitters_are_linked()
    {
        await using var installation = demo.Product.Get<SnoutDb>().ForInstallation();
        var emails = await installation.AllUsers().Select(user => user.Email).Order().ToListAsync();
        Assert.Equal(DemoAccounts.All.Select(account => account.Email).Order(StringComparer.Ordinal), emails, StringComparer.Ordinal);
        await using var db = demo.Db();
        Assert.Equal(3, await db.Sitters.CountAsync(sitter => sitter.UserId != null));
    }

    [Fact]
    public async Task There_are_numbers_of_all_classes_and_none_is_also_a_clients()
    {
        await using var db = demo.Db();
        var numbers = await db.Numbers.ToListAsync();
        Assert.Equal(1, numbers.Count(number => number.Class == NumberClass.FrontDesk));
        Assert.Equal(3, numbers.Count(number => number.Class == NumberClass.Sitter));
        Assert.Equal(3, numbers.Count(number => number.Class == NumberClass.Pool));
        Assert.Single(numbers, number => number.Status == NumberStatus.CoolingDown);
        var phones = await db.ClientPhones.Select(phone => phone.Phone).ToListAsync();
        Assert.NotEmpty(phones);
        Assert.Empty(phones.Intersect(numbers.Select(number => number.Phone)));
    }

    [Fact]
    public async Task Heads_and_counts_agree_with_the_messages()
    {
        await using var db = demo.Db();
        var messages = (await db.Messages.Include(message => message.Media).ToListAsync()).ToLookup(message => message.ThreadId);
        foreach (var thread in await db.Threads.ToListAsync())
        {
            var newest = messages[thread.Id].MaxBy(message => message.CreatedAt)!;
            Assert.Equal(messages[thread.Id].Count(), thread.MessageCount);
            Assert.Equal(messages[thread.Id].Count(message => message.Direction == Direction.Inbound), thread.InboundCount);
            Assert.Equal((newest.CreatedAt, newest.Direction), (thread.LastMessageAt, thread.LastMessageDirection));
            Assert.StartsWith(thread.LastMessagePreview.TrimEnd('…'), newest.MaskedBody ?? newest.Body, StringComparison.Ordinal);
            Assert.InRange(newest.CreatedAt, thread.CreatedAt, demo.Product.Get<TimeProvider>().GetUtcNow());
        }
    }

    [Fact]
    public async Task Unread_counts_lie_between_nothing_and_everything_and_some_are_open()
    {
        await using var db = demo.Db();
        var unread = await db.ThreadReads
            .Join(db.Threads, read => read.ThreadId, thread => thread.Id, (read, thread) => new { thread.InboundCount, Read = read.InboundCount })
            .ToListAsync();
        Assert.All(unread, row => Assert.InRange(row.Read, 0, row.InboundCount));
        Assert.Contains(unread, row => row.Read < row.InboundCount);
        Assert.True(await db.Threads.CountAsync(thread => thread.NeedsOwnerSince != null) >= 5);
        Assert.True(await db.Threads.AnyAsync(thread => thread.NeedsOwnerSince == null));
    }

    [Fact]
    public async Task Every_decision_can_be_made_again_from_its_facts()
    {
        await using var db = demo.Db();
        var inbound = await db.Messages.Where(message => message.Direction == Direction.Inbound).Select(message => message.Id).ToListAsync();
        var decisions = await db.RoutingDecisions.ToListAsync();
        Assert.Equal(inbound.Order(), decisions.Select(decision => decision.MessageId!.Value).Order());
        Assert.All(decisions, decision =>
        {
            var facts = JsonSerializer.Deserialize<RoutingFacts>(decision.Facts)!;
            Assert.Equal(new Route(decision.Target, decision.Reason, decision.SitterId), Router.Decide(facts, decision.DecidedAt));
        });
        Assert.Superset(
            new HashSet<RoutingReason> { RoutingReason.FrontDesk, RoutingReason.NoActiveWindow, RoutingReason.ConsentKeyword, RoutingReason.ServiceSender, RoutingReason.StaffSender, RoutingReason.UnknownSender },
            decisions.Select(decision => decision.Reason).ToHashSet());
    }

    [Fact]
    public async Task Every_inbound_text_is_in_the_ledger_so_that_the_poll_finds_nothing_new()
    {
        await using var db = demo.Db();
        var sids = await db.Messages.Where(message => message.Direction == Direction.Inbound).Select(message => message.ProviderSid!).ToListAsync();
        var ledger = await db.ProviderEvents.Where(row => row.OrganizationId == demo.HappyTailsId)
            .OrderBy(row => row.Sequence).Select(row => new { row.DedupeKey, row.ReceivedAt }).ToListAsync();
        Assert.Equal(sids.Select(sid => $"message:{sid}").Order(StringComparer.Ordinal), ledger.Select(row => row.DedupeKey).Order(StringComparer.Ordinal));
        Assert.Equal(ledger.Select(row => row.ReceivedAt).Order(), ledger.Select(row => row.ReceivedAt));
    }

    [Fact]
    public async Task Clients_with_a_conversation_on_a_pool_number_hold_or_held_its_lease()
    {
        await using var db = demo.Db();
        var pairs = await db.Threads.Join(db.Numbers, thread => thread.NumberId, number => number.Id, (thread, number) => new { thread.ClientId, Number = number })
            .Where(row => row.Number.Class == NumberClass.Pool).ToListAsync();
        var leases = await db.Leases.ToListAsync();
        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.Single(leases, lease =>
            lease.ClientId == pair.ClientId && lease.NumberId == pair.Number.Id
            && lease.ReleasedAt is null == (pair.Number.Status == NumberStatus.Active)));
    }

    [Fact]
    public async Task The_story_has_every_kind_of_message_worth_seeing()
    {
        await using var db = demo.Db();
        var messages = await db.Messages.Include(message => message.Media).ToListAsync();
        Assert.InRange(messages.Count, 40, 80);
        Assert.Contains(messages, message => message is { Status: MessageStatus.Failed, ErrorCode: not null });
        Assert.Contains(messages, message => message is { Status: MessageStatus.Undelivered, ErrorCode: not null });
        Assert.Contains(messages, message => message.Purpose == MessagePurpose.Billing);
        Assert.Contains(messages, message => message.Segments > 3);
        Assert.Equal((1, 1), (messages.Count(message => message.Status is MessageStatus.Blocked), await db.Violations.CountAsync(row => row.StrikeId != null)));
        Assert.Contains(messages, message => message is { Direction: Direction.Inbound, MaskedBody: "If anything comes up, call me at [hidden]." });
        var picture = Assert.Single(messages.SelectMany(message => message.Media));
        var bytes = await db.MediaContents.Where(content => content.MessageId == picture.MessageId).Select(content => content.Bytes).SingleAsync();
        Assert.Equal(picture.ContentType, MediaTypes.Sniff(bytes));
        Assert.True(await db.PhoneConsents.AnyAsync(consent => consent.OptedOut));
        Assert.Equal(
            Enum.GetValues<ClientKind>().Order(),
            (await db.Clients.Select(client => client.Kind).Distinct().ToListAsync()).Order());
    }

    private async Task<(int Organizations, int Users, int Messages)> CountsAsync()
    {
        await using var db = demo.Product.Get<SnoutDb>().ForInstallation();
        return (await db.AllOrganizations().CountAsync(), await db.AllUsers().CountAsync(), await db.AllMessages().CountAsync());
    }
}
