using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Faults;

[Trait("Kind", "faults")]
public sealed class LockedDatabaseTests
{
    /// <summary>Well before the carrier gives up at 15 seconds, so that it hears our answer and comes again.</summary>
    private static readonly TimeSpan AnsweredWithin = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_webhook_that_cannot_be_recorded_is_answered_with_503_in_time_and_taken_when_it_comes_again()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Settings = Webhooks.Settings });
        var business = await app.OpenBusinessAsync();
        var webhooks = new Webhooks(app);
        var sid = Webhooks.NewSid();
        await using (var other = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            var started = Stopwatch.GetTimestamp();
            var refused = await webhooks.TextAsync("+12125550177", business.FrontDesk.E164, "Hello?", sid);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.True(Stopwatch.GetElapsedTime(started) < AnsweredWithin);
        }

        Assert.Equal(HttpStatusCode.OK, (await webhooks.TextAsync("+12125550177", business.FrontDesk.E164, "Hello?", sid)).StatusCode);
        await Until.TrueAsync(async () =>
        {
            await using var db = app.Get<SnoutDb>().ForOrganization(business.OrganizationId);
            return await db.Messages.CountAsync() == 1;
        });
    }
}
