using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SnoutOS.Tests.Operations;

/// <summary>The operator's verbs, run as the operator runs them: as a process of their own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("snout-verbs-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_business_and_its_people_are_set_up_from_an_empty_database()
    {
        var org = await RunAsync("org", "create", "--name", "Happy Tails", "--time-zone", "America/New_York", "--front-desk", "+12125550142");
        Assert.Equal(0, org.ExitCode);
        var id = JsonDocument.Parse(org.Output).RootElement.GetProperty("id").GetGuid();

        var owner = await RunAsync(["user", "create", "--org", $"{id}", "--email", "olivia@example.test", "--role", "owner"], "biscuit-on-the-sofa\n");
        Assert.Equal(0, owner.ExitCode);
        var sitter = await RunAsync(["user", "create", "--org", $"{id}", "--email", "ana@example.test", "--role", "sitter"], "biscuit-on-the-sofa\n");
        Assert.Equal(JsonValueKind.String, JsonDocument.Parse(sitter.Output).RootElement.GetProperty("sitterId").ValueKind);

        AssertRefused(await RunAsync("org", "create", "--name", "Copycats", "--time-zone", "America/New_York", "--front-desk", "+12125550142"), "•••• 0142");
        AssertRefused(await RunAsync(["user", "create", "--org", $"{id}", "--email", "OLIVIA@example.test", "--role", "admin"], "biscuit-on-the-sofa\n"), "already signs in");
        AssertRefused(await RunAsync(["user", "create", "--org", $"{id}", "--email", "ben@example.test", "--role", "sitter"], "too-short\n"), "at least 12");
        Assert.Equal("""{"intact":true}""", (await RunAsync("audit", "verify")).Output.Trim());
        Assert.Equal("", (await RunAsync("unroutable", "list")).Output);
    }

    [Fact]
    public async Task Old_conversations_come_in_once_and_the_rows_are_proved()
    {
        var org = await RunAsync("org", "create", "--name", "Happy Tails", "--time-zone", "America/New_York", "--front-desk", "+12125550142");
        var id = JsonDocument.Parse(org.Output).RootElement.GetProperty("id").GetGuid();
        var file = Path.Combine(_directory.FullName, "old.jsonl");
        var line = $$"""{"org":"{{id}}","clientPhone":"+12125550177","number":null,"messages":[{"direction":"inbound","body":"Hi","at":"2024-05-01T09:00:00Z"}]}""";
        await File.WriteAllTextAsync(file, $"{line}\n", TestContext.Current.CancellationToken);
        Assert.Equal("""{"threads":1,"messages":1,"knownMessages":0}""", (await RunAsync("backfill", "--from", file)).Output.Trim());
        Assert.Equal("""{"threads":0,"messages":0,"knownMessages":1}""", (await RunAsync("backfill", "--from", file)).Output.Trim());

        var proof = await RunAsync("prove");
        Assert.Equal(0, proof.ExitCode);
        Assert.All(proof.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), told => Assert.StartsWith("ok ", told, StringComparison.Ordinal));
        await BreakAsync("""UPDATE "Threads" SET "MessageCount" = 7""");
        var broken = await RunAsync("prove");
        Assert.Equal(1, broken.ExitCode);
        Assert.StartsWith("BROKEN  a thread's counts are those of its messages: 1 row, e.g. thread ", broken.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], StringComparison.Ordinal);
        Assert.Equal("mended  a thread's counts are those of its messages: 1 row", (await RunAsync("backfill")).Output.Trim());
        Assert.Equal(0, (await RunAsync("prove")).ExitCode);

        await File.WriteAllTextAsync(file, line.Replace("+1", "1", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        AssertRefused(await RunAsync("backfill", "--from", file), "line 1, clientPhone");
    }

    [Theory]
    [InlineData("no such file", "backfill", "--from", "nowhere.jsonl")]
    [InlineData("IANA", "org", "create", "--name", "X", "--time-zone", "Eastern Standard Time", "--front-desk", "+12125550142")]
    [InlineData("E.164", "org", "create", "--name", "X", "--time-zone", "America/New_York", "--front-desk", "2125550142")]
    [InlineData("'frobnicate' is not known", "frobnicate")]
    [InlineData("'--frob' is not known", "migrate", "--frob")]
    [InlineData("--reason", "flag", "set", "ENABLE_MESSAGING_V1", "true")]
    [InlineData("no such flag", "flag", "set", "ENABLE_EVERYTHING", "true", "--reason", "why not")]
    [InlineData("pilot or shadow", "flag", "set", "ENABLE_MESSAGING_V1", "maybe", "--reason", "why not")]
    public async Task What_makes_no_sense_is_refused_in_a_sentence(string sentence, params string[] words) =>
        AssertRefused(await RunAsync(words), sentence);

    [Fact]
    public async Task A_flag_is_set_with_a_reason()
    {
        var set = await RunAsync("flag", "set", "ENABLE_MESSAGING_V1", "pilot", "--reason", "first business");
        Assert.Equal("""{"flag":"ENABLE_MESSAGING_V1","state":"pilot"}""", set.Output.Trim());
        Assert.Equal(0, set.ExitCode);
    }

    [Fact]
    public async Task Help_names_the_verbs_even_when_the_configuration_is_wrong()
    {
        var help = await RunAsync(["--help"], "", ("KnownProxies", "nonsense"));
        Assert.Equal(0, help.ExitCode);
        Assert.All(["serve", "migrate", "backfill", "prove", "org", "user", "flag", "unroutable", "audit"], verb => Assert.Contains(verb, help.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_configuration_stops_with_one_sentence_for_each_key()
    {
        var run = await RunAsync(["serve"], "", ("KnownProxies", "nonsense"), ("RateLimits__Enabled", "often"));
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(2, run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("KnownProxies", run.Errors, StringComparison.Ordinal);
        Assert.Contains("RateLimits__Enabled", run.Errors, StringComparison.Ordinal);
    }

    private async Task BreakAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_directory.FullName, "snout.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static void AssertRefused(Run run, string sentence)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
    }

    private Task<Run> RunAsync(params string[] words) => RunAsync(words, "");

    private Task<Run> RunAsync(string[] words, string input, params (string Key, string Value)[] settings) =>
        Operator.RunAsync(_directory.FullName, words, input, [("ConnectionStrings__Snout", $"Data Source={Path.Combine(_directory.FullName, "snout.db")}"), .. settings]);
}
