using System.Collections.Concurrent;
using System.Net;
using Microsoft.Data.Sqlite;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Faults;

/// <summary>
/// A webhook that was answered with 200 is in the database, whatever dies next. A killed process stands for a crash;
/// that each commit reaches the disk before it is answered is asserted on the database itself.
/// </summary>
[Trait("Kind", "faults")]
public sealed class PowerLossTests
{
    private const int Kills = 5;
    private const int Senders = 8;
    private const string FrontDesk = "+12125550100";

    [Fact]
    public async Task No_acknowledged_webhook_is_lost_or_doubled_when_the_process_is_killed()
    {
        var directory = Directory.CreateTempSubdirectory("snout-kill-");
        var database = Path.Combine(directory.FullName, "snout.db");
        var acknowledged = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var random = new Random(7);
        await using (var server = new KilledServer(database, Webhooks.Settings))
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                await server.StartAsync(TestContext.Current.CancellationToken);
                using var dead = new CancellationTokenSource();
                var senders = Enumerable.Range(0, Senders).Select(_ => SendAsync(server.Address, acknowledged, dead.Token)).ToArray();
                var enough = acknowledged.Count + 40 + random.Next(60);
                await Until.TrueAsync(() => Task.FromResult(acknowledged.Count >= enough));
                await server.KillAsync();
                await dead.CancelAsync();
                await Task.WhenAll(senders);
            }
        }

        Assert.True(acknowledged.Count >= Kills * 40, "Too few webhooks were taken in for this test to mean anything.");
        Assert.Equal("ok", Ask(database, "PRAGMA integrity_check"));
        var stored = Column(database, "SELECT ProviderSid FROM ProviderEvents");
        Assert.Equal(stored.Count, stored.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(acknowledged.Keys.Except(stored, StringComparer.Ordinal));
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, {acknowledged.Count} acknowledged, 0 lost, 0 doubled");
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_connection_syncs_each_commit_to_the_disk()
    {
        await using var app = await SnoutApp.StartAsync();
        await using var db = app.Get<Domain.Persistence.SnoutDb>().ForInstallation();
        var connection = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database);
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.OpenConnectionAsync(db.Database, TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT synchronous FROM pragma_synchronous) || ' ' || (SELECT journal_mode FROM pragma_journal_mode)";
        const string FullAndWriteAhead = "2 wal";
        Assert.Equal(FullAndWriteAhead, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends new texts until the server is dead; what got a 200 is written down.</summary>
    private static async Task SendAsync(Uri address, ConcurrentDictionary<string, bool> acknowledged, CancellationToken dead)
    {
        using var http = new HttpClient { BaseAddress = address };
        while (!dead.IsCancellationRequested)
        {
            var sid = Webhooks.NewSid();
            (string, string)[] fields = [("MessageSid", sid), ("From", "+12125550199"), ("To", FrontDesk), ("Body", "Still there?")];
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages/webhook/twilio")
            {
                Content = new StringContent(Webhooks.Encode(fields), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
            };
            request.Headers.Add("X-Twilio-Signature", Webhooks.Sign(Webhooks.PublicUrl, fields));
            try
            {
                using var answer = await http.SendAsync(request, dead);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    acknowledged[sid] = true;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private static string Ask(string database, string question) => Column(database, question)[0];

    private static List<string> Column(string database, string question)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The questions are constants of this test.
        command.CommandText = question;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
