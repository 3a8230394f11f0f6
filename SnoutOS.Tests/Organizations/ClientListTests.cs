using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Imports;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Imports;
using SnoutOS.Web.Live;

namespace SnoutOS.Tests.Organizations;

/// <summary>What the page of clients reads, and the files that come in through the page of imports.</summary>
public sealed class ClientListTests(Product product) : IClassFixture<Product>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ClientList List => product.App.Get<ClientList>();

    [Fact]
    public async Task Pages_join_without_gap_or_double_also_where_names_are_the_same()
    {
        var owner = await OwnerAsync();
        var names = Enumerable.Range(0, 23).Select(number => $"Client {number / 4:00}").ToList();
        await WriteAsync(owner, db => names.ForEach(name => db.AddClient(name, TestTime.Noon)));
        var read = new List<ClientListing>();
        for (Slice<ClientListing>? page = null; page is null or { HasMore: true }; read.AddRange(page.Items))
        {
            page = await List.ReadAsync(owner, new ClientFilter(), read is [] ? null : read[^1].Place, 5, Stop);
        }

        Assert.Equal(names, read.Select(client => client.Name), StringComparer.Ordinal);
        Assert.Equal(23, read.DistinctBy(client => client.Id).Count());
        Assert.Equal(new ClientCounts(23, 0, 0), await List.CountAsync(owner, Stop));
    }

    [Fact]
    public async Task Each_list_shows_its_own_and_none_shows_who_was_merged_away_or_is_another_business()
    {
        var (owner, other) = (await OwnerAsync(), await OwnerAsync());
        await WriteAsync(other, db => db.AddClient("Foreign", TestTime.Noon));
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        await WriteAsync(owner, db =>
        {
            foreach (var kind in Enum.GetValues<ClientKind>())
            {
                var client = db.AddClient(kind.ToString(), TestTime.Noon);
                (client.Kind, client.Pets, ids[client.Name]) = (kind, "Biscuit", client.Id);
            }

            ids["Twin"] = db.AddClient("Twin", TestTime.Noon).Id;
        });
        Assert.Equal(MergeResult.Done, await product.App.Get<ClientMerges>().MergeAsync(owner, ids["Twin"], ids["Client"], Stop));
        foreach (var (view, name) in ((ClientView, string)[])[(ClientView.Clients, "Client"), (ClientView.Contacts, "Contact"), (ClientView.Spam, "Spam")])
        {
            Assert.Equal([name], (await List.ReadAsync(owner, new ClientFilter(view), null, 50, Stop)).Items.Select(client => client.Name), StringComparer.Ordinal);
        }

        Assert.Equal(new ClientCounts(1, 1, 1), await List.CountAsync(owner, Stop));
        Assert.Equal(["Contact"], (await List.FindAsync(owner, "BISC", except: ids["Client"], 6, Stop)).Select(client => client.Name), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_card_tells_its_merge_to_both_sides_until_it_cannot_be_undone()
    {
        var owner = await OwnerAsync();
        var (maya, twin) = (Guid.Empty, Guid.Empty);
        await WriteAsync(owner, db => (maya, twin) = (db.AddClient("Maya", TestTime.Noon).Id, db.AddClient("M.", TestTime.Noon).Id));
        var outlook = await product.App.Get<ClientMerges>().LookAheadAsync(owner, twin, maya, Stop);
        Assert.Equal(("M.", "Maya", 1), (outlook!.MergedName, outlook.SurvivorName, outlook.Phones.Count));
        Assert.Null(await product.App.Get<ClientMerges>().LookAheadAsync(owner, maya, maya, Stop));
        await product.App.Get<ClientMerges>().MergeAsync(owner, twin, maya, Stop);
        var merged = await product.App.Get<ClientFiles>().OpenAsync(owner, twin, Stop);
        Assert.Equal((maya, "Maya"), (merged!.MergedInto!.Id, merged.MergedInto.Name));
        Assert.Equal([twin], (await product.App.Get<ClientFiles>().OpenAsync(owner, maya, Stop))!.Earlier.Select(card => card.Id));
        await using var db = product.App.Db(owner.OrganizationId);
        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Action == "client.numbers_revealed"));
    }

    [Fact]
    public async Task A_client_without_a_conversation_is_news_too()
    {
        var owner = await OwnerAsync();
        var news = new TaskCompletionSource<ThreadChanged>();
        using var watch = product.App.Get<ThreadNotifier>().Watch(owner.OrganizationId, change =>
        {
            news.TrySetResult(change);
            return Task.CompletedTask;
        });
        await product.App.Get<ClientBook>().RegisterAsync(owner, new ClientEntry("Robin", [Businesses.NextNumber()], null, "", [], []), Stop);
        Assert.True((await news.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Stop)).IsOfClients);
    }

    [Fact]
    public async Task An_import_that_is_stopped_has_written_nothing()
    {
        var owner = await OwnerAsync();
        var file = $"name,phone\n{string.Concat(Enumerable.Range(0, 5).Select(row => $"Client {row},{Businesses.NextNumber().E164}\n"))}";
        using var stopping = new CancellationTokenSource();
        var heard = new Heard(progress =>
        {
            if (progress.Done == 3)
            {
                stopping.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => product.App.Get<ImportDesk>().RunAsync(owner, ImportKind.Clients, file, isDryRun: false, heard, stopping.Token));
        Assert.Equal([new(0, 5), new(1, 5), new(2, 5), new(3, 5)], heard.All);
        await using var db = product.App.Db(owner.OrganizationId);
        Assert.False(await db.Clients.AnyAsync());
    }

    [Fact]
    public async Task The_samples_can_be_imported_one_after_the_other()
    {
        var owner = await OwnerAsync();
        foreach (var guide in ImportGuide.All)
        {
            var report = await product.App.Get<ImportDesk>().RunAsync(
                owner, guide.Kind, guide.Sample(DateOnly.FromDateTime(TestTime.Noon.Date)), isDryRun: false, Stop);
            Assert.All(report.Outcomes, outcome => Assert.Equal((ImportResult.Added, ""), (outcome.Result, outcome.Field)));
            Assert.True(report.IsWritten);
        }
    }

    private async Task<Actor> OwnerAsync()
    {
        var business = await product.App.OpenBusinessAsync();
        return new Actor(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner);
    }

    private Task WriteAsync(Actor owner, Action<SnoutDbContext> write) => product.App.Get<Writer>().CommitAsync(owner.OrganizationId, db =>
    {
        write(db);
        return Task.CompletedTask;
    }, Stop);

    private sealed class Heard(Action<ImportProgress> then) : IProgress<ImportProgress>
    {
        public List<ImportProgress> All { get; } = [];

        public void Report(ImportProgress value)
        {
            All.Add(value);
            then(value);
        }
    }
}
