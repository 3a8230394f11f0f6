using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator.Demo;

namespace SnoutOS.Tests.Simulator;

public sealed class DemoResetTests
{
    [Fact]
    public async Task A_reset_forgets_what_was_done_and_begins_again_under_a_running_server()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Demo = true });
        var business = await app.OpenBusinessAsync("Somebody Else's");
        var before = await OrganizationsAsync(app);
        Assert.Contains(business.OrganizationId, before.Keys);

        Assert.IsType<DemoReset.Done>(await DemoReset.RunAsync(app.Services, CancellationToken.None));

        var after = await OrganizationsAsync(app);
        Assert.Equal(["Happy Tails Pet Care", "Other Paws"], after.Values.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Empty(after.Keys.Intersect(before.Keys));
    }

    [Fact]
    public async Task A_reset_waits_for_whoever_is_writing()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Demo = true });
        Task<DemoReset> reset;
        await using (var other = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            reset = Task.Run(() => DemoReset.RunAsync(app.Services, CancellationToken.None), TestContext.Current.CancellationToken);
            await Task.WhenAny(reset, Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, TestContext.Current.CancellationToken));
            Assert.False(reset.IsCompleted);
        }

        Assert.IsType<DemoReset.Done>(await reset);
    }

    [Fact]
    public async Task Outside_Development_there_is_no_demo_and_nothing_is_thrown_away()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Environment = "Production", Demo = true });
        Assert.Empty(await OrganizationsAsync(app));
        var business = await app.OpenBusinessAsync();

        Assert.IsType<DemoReset.OutsideDevelopment>(await DemoReset.RunAsync(app.Services, CancellationToken.None));

        Assert.Equal([business.OrganizationId], (await OrganizationsAsync(app)).Keys);
    }

    [Fact]
    public async Task On_a_server_nothing_is_thrown_away()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Engine = Engine.PostgreSql, Demo = true });
        Assert.IsType<DemoReset.OnServer>(await DemoReset.RunAsync(app.Services, CancellationToken.None));
        Assert.Equal(2, (await OrganizationsAsync(app)).Count);
    }

    private static async Task<Dictionary<Guid, string>> OrganizationsAsync(SnoutApp app)
    {
        await using var db = app.Get<SnoutDb>().ForInstallation();
        return await db.AllOrganizations().ToDictionaryAsync(row => row.Id, row => row.Name);
    }
}
