using Npgsql;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Operations;

/// <summary>The operator's way with a database server: it is migrated by word of command and by nothing else.</summary>
public sealed class DatabaseServerTests
{
    [Fact]
    public async Task A_server_waits_for_the_operator_to_migrate_it()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.PostgreSql);
        var empty = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        empty.Database += "_fresh";
        (string, string)[] settings = [("Database__Provider", "postgresql"), ("ConnectionStrings__Snout", empty.ToString())];

        var early = await RunAsync(settings, "serve");
        AssertStopped(early, "run the migrate verb");

        var migrated = await RunAsync(settings, "migrate");
        Assert.Equal((0, """{"migrated":true}"""), (migrated.ExitCode, migrated.Output.Trim()));
        var org = await RunAsync(settings, "org", "create", "--name", "Happy Tails", "--time-zone", "America/New_York", "--front-desk", "+12125550142");
        Assert.Equal(0, org.ExitCode);
        Assert.Equal("""{"intact":true}""", (await RunAsync(settings, "audit", "verify")).Output.Trim());
        await DropAsync(database.ConnectionString, empty.Database!);
    }

    [Theory]
    [InlineData("oracle", "Data Source=x", "Database__Provider must be")]
    [InlineData("postgresql", "", "ConnectionStrings__Snout is not set")]
    [InlineData("sqlserver", "Frob=1", "ConnectionStrings__Snout is no connection string")]
    [InlineData("postgresql", "Host=127.0.0.1;Port=1;Database=none", "cannot be used")]
    public async Task What_cannot_be_used_is_said_in_a_sentence(string provider, string connection, string sentence)
    {
        var run = await RunAsync([("Database__Provider", provider), ("ConnectionStrings__Snout", connection)], "serve");
        AssertStopped(run, sentence);
    }

    /// <summary>Its last word is the sentence, whatever was logged before.</summary>
    private static void AssertStopped(Run run, string sentence)
    {
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(sentence, run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], StringComparison.Ordinal);
    }

    private static Task<Run> RunAsync((string, string)[] settings, params string[] words) =>
        Operator.RunAsync(Path.GetTempPath(), words, "", settings);

    private static async Task DropAsync(string server, string name)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var drop = new NpgsqlCommand($"DROP DATABASE \"{name}\" WITH (FORCE)", connection);
        await drop.ExecuteNonQueryAsync();
    }
}
