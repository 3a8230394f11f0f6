using System.CommandLine;
using System.Text;
using System.Text.Json;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Web.Api;

namespace SnoutOS.Web.Operations;

/// <summary>
/// Judges messages as if a sitter sent them to a client, without a database or a configuration. A line is a message, or an
/// array of messages that one sitter sends one client in a row; a line that is neither is answered by an error, the others
/// all the same, and the exit code tells.
/// </summary>
internal sealed class ScanVerb : Command
{
    private static readonly Detector Detector = new();

    public ScanVerb()
        : base("scan", "Judges messages on the standard input: JSON lines, each a string or an array of strings one sitter sends one client in a row.") =>
        SetAction(_ =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return Scan(input, output);
        });

    public static int Scan(TextReader input, TextWriter output)
    {
        var outcome = Verb.Succeeded;
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var messages = ScanLine.Read(line);
            outcome = messages is null ? Verb.Failed : outcome;
            output.WriteLine(JsonSerializer.Serialize(messages is null ? new { Error = ScanLine.Expectation } : Judge(messages), ApiJson.Options));
        }

        return outcome;
    }

    private static object Judge(IReadOnlyList<string> messages)
    {
        var (policy, verdict) = (PoachingPolicy.SitterToClient, PoachingVerdict.Pass);
        var (delivered, findings) = (new List<string>(), new List<object>());
        for (var index = 0; index < messages.Count; index++)
        {
            var found = Detector.Inspect(messages[index], delivered);
            var judged = policy.Judge(found);
            verdict = judged > verdict ? judged : verdict;
            findings.AddRange(found.Select(finding => new { finding.Type, Message = index, finding.Start, finding.Length, finding.Confidence, finding.Rule }));
            if (judged != PoachingVerdict.Block)
            {
                delivered.Add(messages[index]);
            }
        }

        return new { Verdict = verdict, Findings = findings };
    }
}
