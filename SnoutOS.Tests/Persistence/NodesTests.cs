using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Persistence;

/// <summary>Two products at work on one database, each with all of its workers: everything happens once, and in order.</summary>
public abstract class NodesTests(Engine engine) : IAsyncLifetime
{
    private readonly ScriptedProvider _provider = new();
    private TestDatabase _database = null!;
    private SnoutApp[] _nodes = [];
    private Webhooks[] _doors = [];
    private Business _business = null!;
    private Actor _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(engine);
        var options = new SnoutAppOptions
        {
            Database = _database,
            Settings = Webhooks.Settings,
            Services = services => services.RemoveAll<ISmsProvider>().AddSingleton<ISmsProvider>(_provider),
        };
        _nodes = await Task.WhenAll(SnoutApp.StartAsync(options), SnoutApp.StartAsync(options));
        _doors = [.. _nodes.Select(node => new Webhooks(node))];
        _business = await _nodes[0].OpenBusinessAsync();
        _owner = new Actor(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_nodes.Select(node => node.DisposeAsync().AsTask()));
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_event_told_to_both_is_one_message_and_each_sender_keeps_their_order()
    {
        const int Senders = 8, Texts = 12;
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async sender =>
        {
            var from = Businesses.NextNumber().E164;
            for (var n = 0; n < Texts; n++)
            {
                var sid = Webhooks.NewSid();
                await Task.WhenAll(_doors.Select(door => TellAsync(door, from, $"{n:00}", sid)));
            }
        }));
        await ProcessedAsync(Senders * Texts);

        await using var db = _nodes[0].Db(_business.OrganizationId);
        Assert.Equal(Senders * Texts, await db.ProviderEvents.SumAsync(row => row.Repeats));
        var threads = await db.Threads.ToListAsync();
        Assert.Equal(Senders, threads.Count);
        Assert.All(threads, thread => Assert.Equal((Texts, "11"), (thread.InboundCount, thread.LastMessagePreview)));
        var messages = await db.Messages.OrderBy(message => message.CreatedAt).ThenBy(message => message.Id).ToListAsync();
        Assert.All(messages.GroupBy(message => message.ThreadId), texts =>
            Assert.Equal(Enumerable.Range(0, Texts).Select(n => $"{n:00}"), texts.Select(text => text.Body), StringComparer.Ordinal));
        Assert.Equal(Senders * Texts, await db.RoutingDecisions.CountAsync());
    }

    [Fact]
    public async Task A_new_sender_at_both_doors_at_once_is_one_client_with_one_thread()
    {
        var from = Businesses.NextNumber().E164;
        await Task.WhenAll(Enumerable.Range(0, 100).Select(n => TellAsync(_doors[n % 2], from, $"Part {n}", Webhooks.NewSid())));
        await ProcessedAsync(100);
        await using var db = _nodes[0].Db(_business.OrganizationId);
        Assert.Equal(1, await db.Clients.CountAsync());
        Assert.Equal((100, 100), await db.Threads.Select(thread => new ValueTuple<int, int>(thread.InboundCount, thread.MessageCount)).SingleAsync());
    }

    [Fact]
    public async Task What_is_written_leaves_once_and_in_order_whichever_node_it_was_written_on()
    {
        const int Clients = 6, Texts = 6;
        foreach (var _ in Enumerable.Range(0, Clients))
        {
            await TellAsync(_doors[0], Businesses.NextNumber().E164, "Hello", Webhooks.NewSid());
        }

        await ProcessedAsync(Clients);
        var threads = await ReadAsync(db => db.Threads.Select(thread => thread.Id).ToListAsync());
        await Task.WhenAll(threads.Select(async thread =>
        {
            for (var n = 0; n < Texts; n++)
            {
                var sender = _nodes[n % 2].Get<MessageSender>();
                Assert.IsType<SendVerdict.Queued>(await sender.SendAsync(new SendRequest(_owner, thread, $"{n}"), CancellationToken.None));
            }
        }));
        await Until.TrueAsync(() => ReadAsync(async db => !await db.Outbox.AnyAsync(entry => entry.State != OutboxState.Settled)));

        Assert.Equal(Clients * Texts, _provider.Asked.Count);
        Assert.Equal(Clients * Texts, _provider.Asked.DistinctBy(sms => sms.MessageId).Count());
        Assert.All(_provider.Asked.GroupBy(sms => sms.To), texts =>
            Assert.Equal(Enumerable.Range(0, Texts).Select(n => $"{n}"), texts.Select(sms => sms.Body), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Acts_on_both_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 32).Select(n =>
            _nodes[n % 2].Get<NumberBook>().AddAsync(_owner, Businesses.NextNumber(), NumberClass.Pool, null, CancellationToken.None)));
        Assert.Equal(34, await ReadAsync(db => db.Audit.CountAsync()));
        Assert.Empty(await _nodes[1].Get<AuditLog>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_was_kept_comes_back_once_and_before_what_follows()
    {
        var from = Businesses.NextNumber().E164;
        await SwitchAsync(on: false);
        for (var n = 0; n < 10; n++)
        {
            await TellAsync(_doors[n % 2], from, $"{n:00}", Webhooks.NewSid());
        }

        await Until.TrueAsync(() => ReadAsync(async db => await db.ProviderEvents.CountAsync(row => row.State == ProviderEventState.Kept) == 10));
        await SwitchAsync(on: true);
        for (var n = 10; n < 20; n++)
        {
            await TellAsync(_doors[n % 2], from, $"{n:00}", Webhooks.NewSid());
        }

        await ProcessedAsync(20);
        var decided = await ReadAsync(db => db.Messages
            .Join(db.RoutingDecisions, message => message.Id, decision => decision.MessageId, (message, decision) => new { message.Body, decision.DecidedAt, decision.Id })
            .OrderBy(row => row.DecidedAt).ThenBy(row => row.Id).Select(row => row.Body).ToListAsync());
        Assert.Equal(Enumerable.Range(0, 20).Select(n => $"{n:00}"), decided, StringComparer.Ordinal);
    }

    private Task SwitchAsync(bool on) => _nodes[0].Get<MessagingFlags>().SetOrganizationAsync(
        _owner, new Dictionary<Flag, bool?> { [Flag.Messaging] = on }, "test", CancellationToken.None);

    private async Task TellAsync(Webhooks door, string from, string body, string sid) =>
        (await door.TextAsync(from, _business.FrontDesk.E164, body, sid)).EnsureSuccessStatusCode();

    private Task ProcessedAsync(int count) => Until.TrueAsync(() => ReadInstallationAsync(
        async db => await db.ProviderEvents.CountAsync(row => row.State == ProviderEventState.Processed) == count));

    private async Task<T> ReadAsync<T>(Func<SnoutDbContext, Task<T>> read)
    {
        await using var db = _nodes[0].Db(_business.OrganizationId);
        return await read(db);
    }

    private async Task<T> ReadInstallationAsync<T>(Func<SnoutDbContext, Task<T>> read)
    {
        await using var db = _nodes[0].Get<SnoutDb>().ForInstallation();
        return await read(db);
    }
}
