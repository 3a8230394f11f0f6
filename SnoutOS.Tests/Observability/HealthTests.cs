using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Observability;

public sealed class HealthTests
{
    [Fact]
    public async Task A_process_that_answers_is_alive()
    {
        await using var app = await SnoutApp.StartAsync();
        using var client = app.Anonymous();
        Assert.Equal("""{"status":"healthy","checks":{}}""", await client.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task Readiness_is_red_while_another_process_holds_the_lock_and_green_again_after()
    {
        await using var app = await SnoutApp.StartAsync();
        using var client = app.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);

        await using (var other = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var lockHeld = other.BeginTransaction(deferred: false);
            var began = TimeProvider.System.GetTimestamp();
            using var refused = await client.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(3));
            using var report = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
            Assert.Equal("unhealthy", report.RootElement.GetProperty("checks").GetProperty("database").GetString());
            Assert.Equal("healthy", report.RootElement.GetProperty("checks").GetProperty("migrations").GetString());
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task Readiness_is_red_while_migrations_are_pending()
    {
        await using var app = await SnoutApp.StartAsync();
        using var client = app.Anonymous();
        await using var database = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False");
        await database.OpenAsync();
        await using var forget = database.CreateCommand();
        forget.CommandText = "DELETE FROM __EFMigrationsHistory";
        await forget.ExecuteNonQueryAsync();

        using var answer = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("\"migrations\":\"unhealthy\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
