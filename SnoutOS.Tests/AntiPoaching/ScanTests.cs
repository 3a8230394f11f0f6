using System.Text.Json;
using SnoutOS.Tests.Operations;

namespace SnoutOS.Tests.AntiPoaching;

/// <summary>The verb as it is run: lines in, lines out, no database and no configuration.</summary>
public sealed class ScanTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("snout-scan-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Each_line_is_judged_and_a_bad_one_is_named()
    {
        const string Lines = """
            "text me at 646-555-0131"
            ["ok so 646", "then 555", "0131"]
            ["fed at 7", "walked at 8"]
            []
            "half a pair \ud83d and a quote \" here"

            {"text": "no"}
            ["fine", 7]
            "cut off
            """;
        var run = await Operator.RunAsync(_directory.FullName, ["scan"], Lines);
        var answers = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Errors);
        Assert.Equal("block flag pass pass pass", string.Join(' ', answers.Take(5).Select(answer => answer.GetProperty("verdict").GetString())));
        Assert.Equal(3, answers.Skip(5).Count(answer => answer.TryGetProperty("error", out _)));
        Assert.Equal("""{"type":"phone_number","message":0,"start":11,"length":12,"confidence":0.99,"rule":"phone.plain"}""", answers[0].GetProperty("findings")[0].GetRawText());
        Assert.Equal((2, 0, 4), Place(answers[1].GetProperty("findings")[0]));
        Assert.Empty(_directory.GetFiles());
    }

    [Fact]
    public async Task Nothing_to_judge_is_no_failure()
    {
        var run = await Operator.RunAsync(_directory.FullName, ["scan"], "");
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Errors));
    }

    private static (int Message, int Start, int Length) Place(JsonElement finding) =>
        (finding.GetProperty("message").GetInt32(), finding.GetProperty("start").GetInt32(), finding.GetProperty("length").GetInt32());
}
