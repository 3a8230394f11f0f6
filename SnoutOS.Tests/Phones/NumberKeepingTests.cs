using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Phones;

public sealed class NumberKeepingTests(AppWithClock product) : IClassFixture<AppWithClock>
{
    private DateTimeOffset Now => product.Clock.GetUtcNow();

    private NumberKeeping Keeping => product.App.Get<NumberKeeping>();

    [Fact]
    public async Task A_lease_that_nobody_needs_ends_once_and_is_audited()
    {
        var (business, lease) = await LeaseAsync((_, _) => { });
        product.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await Keeping.ReleaseLeasesAsync(CancellationToken.None);
        Assert.Null((await FindAsync(business, lease)).ReleasedAt);

        product.Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Keeping.ReleaseLeasesAsync(CancellationToken.None)));
        Assert.Equal(Now, (await FindAsync(business, lease)).ReleasedAt);
        await using var db = product.App.Db(business.OrganizationId);
        Assert.Equal("system", (await db.Audit.SingleAsync(entry => entry.Subject == $"lease {lease}")).Actor);
    }

    [Fact]
    public async Task Messages_and_windows_keep_a_lease()
    {
        var (written, one) = await LeaseAsync((db, held) => db.AddThread(held.ClientId, held.NumberId, Now).LastOutboundAt = Now.AddDays(2));
        var (ahead, two) = await LeaseAsync((db, held) => db.AddVisit(held.ClientId, SitterOf(db), Now.AddDays(36)));
        var (cancelled, three) = await LeaseAsync((db, held) => db.AddVisit(held.ClientId, SitterOf(db), Now.AddDays(6)).Window.CancelledAt = Now);
        product.Clock.Advance(TimeSpan.FromDays(7));
        await Keeping.ReleaseLeasesAsync(CancellationToken.None);
        Assert.Null((await FindAsync(written, one)).ReleasedAt);
        Assert.Null((await FindAsync(ahead, two)).ReleasedAt);
        Assert.NotNull((await FindAsync(cancelled, three)).ReleasedAt);
    }

    [Fact]
    public async Task More_leases_than_fit_a_batch_all_end_in_one_go()
    {
        const int many = 250;
        var business = await product.App.OpenBusinessAsync();
        await product.App.Get<Writer>().CommitAsync(business.OrganizationId, db =>
        {
            var pool = AddPool(db);
            db.Leases.AddRange(Enumerable.Range(0, many).Select(n => LeaseOf(db, db.AddClient($"Client {n}", Now), pool)));
            return Task.CompletedTask;
        }, CancellationToken.None);
        product.Clock.Advance(TimeSpan.FromDays(7));
        Assert.True(await Keeping.ReleaseLeasesAsync(CancellationToken.None) >= many);
        await using var after = product.App.Db(business.OrganizationId);
        Assert.False(await after.Leases.AnyAsync(lease => lease.ReleasedAt == null));
    }

    /// <summary>The rule is written twice, as a question to the database and as a function; random pasts must not tell them apart.</summary>
    [Fact]
    public async Task The_database_and_the_rule_agree_on_which_leases_are_over()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var business = await product.App.OpenBusinessAsync();
        var sitter = (await product.App.HireAsync(business.OrganizationId, Role.Sitter, "Ana Silva")).SitterId!.Value;
        var expected = await product.App.Get<Writer>().CommitAsync(business.OrganizationId, db =>
        {
            var pool = AddPool(db);
            return Task.FromResult(Enumerable.Range(0, 150).Select(n => Arrange(db, pool, sitter, random)).ToDictionary());
        }, CancellationToken.None);
        await Keeping.ReleaseLeasesAsync(CancellationToken.None);
        await using var after = product.App.Db(business.OrganizationId);
        var released = await after.Leases.Where(lease => lease.ReleasedAt != null).Select(lease => lease.Id).ToListAsync();
        Assert.Equal(expected.Where(lease => lease.Value).Select(lease => lease.Key).Order(), released.Order());
        Assert.Contains(true, expected.Values);
        Assert.Contains(false, expected.Values);
    }

    [Fact]
    public async Task A_number_that_has_rested_waits_for_a_new_use()
    {
        var business = await product.App.OpenBusinessAsync();
        var number = await product.App.Get<Writer>().CommitAsync(business.OrganizationId, db =>
        {
            var resting = AddPool(db);
            (resting.Status, resting.CoolsUntil) = (NumberStatus.CoolingDown, Now.AddDays(1));
            return Task.FromResult(resting.Id);
        }, CancellationToken.None);
        await Keeping.EndRestsAsync(CancellationToken.None);
        Assert.Equal(NumberStatus.CoolingDown, (await NumberAsync(business, number)).Status);
        product.Clock.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Keeping.EndRestsAsync(CancellationToken.None)));
        Assert.Equal((NumberStatus.Released, null), ((await NumberAsync(business, number)).Status, (await NumberAsync(business, number)).CoolsUntil));
        await using var db = product.App.Db(business.OrganizationId);
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "number.rested"));
    }

    private (Guid Lease, bool IsOver) Arrange(SnoutDbContext db, MessageNumber pool, Guid sitter, Random random)
    {
        DateTimeOffset Around(int from, int to) => Now.AddHours(random.Next(from * 24, to * 24));
        var (started, wrote) = (Around(-60, 0), random.Next(2) == 0 ? Around(-30, 0) : (DateTimeOffset?)null);
        var client = db.AddClient("Robin", Now);
        db.AddThread(client.Id, pool.Id, Now).LastOutboundAt = wrote;
        var windows = Enumerable.Range(0, random.Next(4)).Select(_ => db.AddVisit(client.Id, sitter, Around(-40, 45)).Window).ToList();
        windows.ForEach(window => window.CancelledAt = random.Next(3) == 0 ? Now : null);
        var lease = LeaseOf(db, client, pool, started);
        db.Leases.Add(lease);
        var live = windows.FindAll(window => window.CancelledAt is null);
        return (lease.Id, LeaseTerm.IsOver(
            new LeaseFacts(
                started,
                live.Where(window => window.OpensAt <= Now).Max(window => (DateTimeOffset?)window.ClosesAt),
                wrote,
                live.Where(window => window.OpensAt > Now).Min(window => (DateTimeOffset?)window.OpensAt)),
            Organization.UsualPoolReleaseDays,
            Now));
    }

    private async Task<(Business Business, Guid Lease)> LeaseAsync(Action<SnoutDbContext, Lease> arrange)
    {
        var business = await product.App.OpenBusinessAsync();
        await product.App.HireAsync(business.OrganizationId, Role.Sitter, "Ana Silva");
        return (business, await product.App.Get<Writer>().CommitAsync(business.OrganizationId, db =>
        {
            var lease = LeaseOf(db, db.AddClient("Robin Vale", Now), AddPool(db));
            db.Leases.Add(lease);
            arrange(db, lease);
            return Task.FromResult(lease.Id);
        }, CancellationToken.None));
    }

    private Lease LeaseOf(SnoutDbContext db, Client client, MessageNumber pool, DateTimeOffset? startedAt = null) => new()
    {
        OrganizationId = db.OrganizationId,
        Id = Guid.CreateVersion7(Now),
        ClientId = client.Id,
        NumberId = pool.Id,
        StartedAt = startedAt ?? Now,
    };

    private MessageNumber AddPool(SnoutDbContext db) => db.Numbers.Add(new MessageNumber
    {
        OrganizationId = db.OrganizationId,
        Id = Guid.CreateVersion7(Now),
        Phone = Businesses.NextNumber(),
        Class = NumberClass.Pool,
        Status = NumberStatus.Active,
        CreatedAt = Now,
    }).Entity;

    private static Guid SitterOf(SnoutDbContext db) => db.Sitters.Single().Id;

    private async Task<Lease> FindAsync(Business business, Guid lease)
    {
        await using var db = product.App.Db(business.OrganizationId);
        return await db.Leases.SingleAsync(row => row.Id == lease);
    }

    private async Task<MessageNumber> NumberAsync(Business business, Guid number)
    {
        await using var db = product.App.Db(business.OrganizationId);
        return await db.Numbers.SingleAsync(row => row.Id == number);
    }
}
