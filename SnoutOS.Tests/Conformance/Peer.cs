using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SnoutOS.Tests.Conformance;

/// <summary>A script that answers each line of JSON with one line of JSON.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private Peer(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static Peer Start(params string[] arguments) => new(Node.Start(arguments));

    public async Task<JsonNode> AskAsync<T>(T question) => (await AskAllAsync([question])).Single();

    /// <summary>Asks while it listens: a full pipe on either side must not stop the other.</summary>
    public async Task<List<JsonNode>> AskAllAsync<T>(IReadOnlyCollection<T> questions)
    {
        var asking = WriteAsync(questions);
        var answers = new List<JsonNode>();
        while (answers.Count < questions.Count)
        {
            var line = await _process.StandardOutput.ReadLineAsync();
            answers.Add(JsonNode.Parse(line ?? throw new InvalidOperationException($"The script ended: {await _errors}"))!);
        }

        await asking;
        return answers;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task WriteAsync<T>(IEnumerable<T> questions)
    {
        foreach (var question in questions)
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question, JsonSerializerOptions.Web));
        }

        await _process.StandardInput.FlushAsync();
    }
}
