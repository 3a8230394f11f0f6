using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Persistence;

/// <summary>Tries to get at another business's rows in the ways that code goes wrong.</summary>
public abstract class TenancyTests(AppWithClock product) : IAsyncLifetime
{
    private readonly SnoutApp _app = product.App;
    private Tenant _ours = null!;
    private Tenant _theirs = null!;

    public async ValueTask InitializeAsync()
    {
        _ours = await TenantAsync("Happy Tails", "Casey Moore");
        _theirs = await TenantAsync("Other Paws", "Robin Hale");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_query_that_forgets_the_organization_sees_its_own_rows_only()
    {
        await using var db = _app.Db(_ours.OrganizationId);
        Assert.Equal("Casey Moore", Assert.Single(await db.Clients.ToListAsync()).Name);
        Assert.Equal(_ours.OrganizationId, Assert.Single(await db.Organizations.ToListAsync()).Id);
        Assert.Equal(_ours.ThreadId, Assert.Single(await db.Threads.ToListAsync()).Id);
        Assert.All(await db.Users.ToListAsync(), user => Assert.Equal(_ours.OrganizationId, user.OrganizationId));
    }

    [Fact]
    public async Task A_guessed_id_finds_nothing()
    {
        await using var db = _app.Db(_ours.OrganizationId);
        Assert.Null(await db.Clients.FirstOrDefaultAsync(client => client.Id == _theirs.ClientId));
        Assert.Null(await db.Clients.FindAsync(_ours.OrganizationId, _theirs.ClientId));
        Assert.Null(await db.Clients.FindAsync(_theirs.OrganizationId, _theirs.ClientId));
        Assert.Null(await db.Threads.FindAsync(_theirs.OrganizationId, _theirs.ThreadId));
        Assert.NotNull(await db.Clients.FindAsync(_ours.OrganizationId, _ours.ClientId));
    }

    [Fact]
    public async Task Without_a_scope_there_are_no_rows_and_no_writes()
    {
        await using var db = await _app.Get<IDbContextFactory<SnoutDbContext>>().CreateDbContextAsync();
        Assert.Equal((0, 0, 0), (await db.Clients.CountAsync(), await db.Users.CountAsync(), await db.Organizations.CountAsync()));
        db.Clients.Add(NewClient(_ours.OrganizationId, "Nobody's"));
        await Assert.ThrowsAsync<TenantViolationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_stub_with_a_foreign_key_is_refused_before_it_is_written()
    {
        await using var db = _app.Db(_ours.OrganizationId);
        db.Attach(new Client { OrganizationId = _theirs.OrganizationId, Id = _theirs.ClientId }).Entity.Name = "Stolen";
        await Assert.ThrowsAsync<TenantViolationException>(() => db.SaveChangesAsync());
        Assert.Equal("Robin Hale", await TheirClientNameAsync());
    }

    [Fact]
    public async Task No_row_moves_to_another_organization()
    {
        await using var db = _app.Db(_ours.OrganizationId);
        var client = await db.Clients.SingleAsync();
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() =>
        {
            db.Entry(client).Property(row => row.OrganizationId).CurrentValue = _theirs.OrganizationId;
            return db.SaveChangesAsync();
        });
        await using var fresh = _app.Db(_ours.OrganizationId);
        Assert.Equal("Casey Moore", (await fresh.Clients.SingleAsync()).Name);
    }

    [Fact]
    public async Task A_stub_with_a_foreign_id_under_our_own_name_changes_no_row()
    {
        await using var db = _app.Db(_ours.OrganizationId);
        db.Attach(new Client { OrganizationId = _ours.OrganizationId, Id = _theirs.ClientId }).Entity.Name = "Stolen";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        Assert.Equal("Robin Hale", await TheirClientNameAsync());
    }

    [Fact]
    public async Task Adding_or_removing_a_foreign_row_is_refused()
    {
        await using var adding = _app.Db(_ours.OrganizationId);
        adding.Clients.Add(NewClient(_theirs.OrganizationId, "Planted"));
        await Assert.ThrowsAsync<TenantViolationException>(() => adding.SaveChangesAsync());

        await using var removing = _app.Db(_ours.OrganizationId);
        removing.Clients.Remove(new Client { OrganizationId = _theirs.OrganizationId, Id = _theirs.ClientId });
        await Assert.ThrowsAsync<TenantViolationException>(() => removing.SaveChangesAsync());
    }

    [Fact]
    public async Task A_bulk_change_stops_at_the_organization()
    {
        await using var db = _app.Db(_ours.OrganizationId);
        Assert.Equal(1, await db.Clients.ExecuteUpdateAsync(set => set.SetProperty(client => client.Pets, "Biscuit")));
        Assert.Equal(0, await db.Clients.Where(client => client.OrganizationId == _theirs.OrganizationId)
            .ExecuteUpdateAsync(set => set.SetProperty(client => client.Pets, "Biscuit")));
        Assert.Equal(0, await db.Threads.Where(thread => thread.Id == _theirs.ThreadId).ExecuteDeleteAsync());
        await using var theirs = _app.Db(_theirs.OrganizationId);
        Assert.Equal("", (await theirs.Clients.SingleAsync()).Pets);
        Assert.Equal(1, await theirs.Threads.CountAsync());
    }

    [Fact]
    public async Task The_database_itself_refuses_a_thread_with_another_organizations_client()
    {
        await using var db = _app.Db(_ours.OrganizationId);
        db.Threads.Add(new MessageThread
        {
            OrganizationId = _ours.OrganizationId,
            Id = Guid.CreateVersion7(TestTime.Noon),
            ClientId = _theirs.ClientId,
            NumberId = _ours.NumberId,
            CreatedAt = TestTime.Noon,
        });
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.Contains("FOREIGN KEY", Assert.IsType<DbException>(refused.InnerException, exactMatch: false).Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Looking_across_organizations_takes_a_context_of_the_installation()
    {
        await using var db = _app.Db(_ours.OrganizationId);
        Assert.Throws<InvalidOperationException>(() => db.AllUsers());
        await using var installation = _app.Get<SnoutDb>().ForInstallation();
        Assert.Equal(0, await installation.Users.CountAsync());
        Assert.True(await installation.AllUsers().Select(user => user.OrganizationId).Distinct().CountAsync() >= 2);
    }

    [Fact]
    public async Task Every_row_of_an_organization_is_filtered_and_keyed_by_it()
    {
        await using var db = _app.Db(_ours.OrganizationId);
        var owned = db.Model.GetEntityTypes().Where(type => type.FindProperty(nameof(User.OrganizationId)) is not null && type.ClrType != typeof(ProviderEvent)).ToList();
        Assert.Contains(owned, type => type.ClrType == typeof(AccessToken));
        Assert.All(owned, type => Assert.NotEmpty(type.GetDeclaredQueryFilters()));
        Assert.All(owned, type => Assert.Contains(type.GetKeys(), key => key.Properties[0].Name == nameof(User.OrganizationId)));
    }

    private async Task<string> TheirClientNameAsync()
    {
        await using var db = _app.Db(_theirs.OrganizationId);
        return await db.Clients.Select(client => client.Name).SingleAsync();
    }

    private async Task<Tenant> TenantAsync(string business, string client)
    {
        var opened = await _app.OpenBusinessAsync(business);
        var row = NewClient(opened.OrganizationId, client);
        var thread = new MessageThread
        {
            OrganizationId = opened.OrganizationId,
            Id = Guid.CreateVersion7(TestTime.Noon),
            ClientId = row.Id,
            NumberId = opened.FrontDeskId,
            CreatedAt = TestTime.Noon,
        };
        await _app.Get<Writer>().CommitAsync(
            opened.OrganizationId,
            db =>
            {
                db.AddRange(row, thread);
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return new Tenant(opened.OrganizationId, opened.FrontDeskId, row.Id, thread.Id);
    }

    private static Client NewClient(Guid organizationId, string name) =>
        new() { OrganizationId = organizationId, Id = Guid.CreateVersion7(TestTime.Noon), Name = name, CreatedAt = TestTime.Noon };

    private sealed record Tenant(Guid OrganizationId, Guid NumberId, Guid ClientId, Guid ThreadId);
}
