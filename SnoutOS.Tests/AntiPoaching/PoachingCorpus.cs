using System.Text.Json;
using SnoutOS.Domain.AntiPoaching;

namespace SnoutOS.Tests.AntiPoaching;

/// <summary>One line of the corpus: what is sent in a row, by whom, and for an evasion what it offers.</summary>
internal sealed record CorpusEntry(string Kind, string Part, IReadOnlyList<FindingType> Types, IReadOnlyList<string> Messages)
{
    public bool IsTuning => Part == "tuning";

    public bool IsEvasion => Types.Count > 0;
}

/// <summary>
/// The messages that we wrote by hand. The detector was fitted to the tuning part only; nobody looks into the other parts.
/// </summary>
internal static class PoachingCorpus
{
    private static readonly JsonSerializerOptions Snake = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    /// <summary>The office and the vets on the card of the business that the honest messages are about.</summary>
    public static AllowList Allowed { get; } = new(["+12125550100"], ["happypaws-nyc.test", "elmpark-vets.test", "southside-vets.test", "harbor-animal.test"]);

    /// <summary>Every file of the corpus.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Directory.GetFiles(Folder(), "*.jsonl").Order(StringComparer.Ordinal)];

    public static IReadOnlyList<CorpusEntry> Evasions { get; } = [.. Files.SelectMany(ReadFile).Where(entry => entry.IsEvasion)];

    public static IReadOnlyList<CorpusEntry> Honest { get; } = [.. Files.SelectMany(ReadFile).Where(entry => !entry.IsEvasion)];

    /// <summary>What a business would see of an entry: each message in the light of the ones before, both sides' alike.</summary>
    public static IReadOnlyList<Finding> Inspect(this Detector detector, CorpusEntry entry) =>
        [.. detector.InspectInOrder(entry.Messages).SelectMany(findings => findings)];

    /// <summary>The entries of any file in the same form; those of no part count as tuning.</summary>
    public static List<CorpusEntry> ReadFile(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => Entry(JsonDocument.Parse(line).RootElement))];

    private static CorpusEntry Entry(JsonElement line) => new(
        line.GetProperty("kind").GetString()!,
        line.TryGetProperty("part", out var part) ? part.GetString()! : "tuning",
        line.TryGetProperty("types", out var types) ? types.Deserialize<List<FindingType>>(Snake)! : [],
        [.. line.GetProperty("messages").EnumerateArray().Select(message => (message.ValueKind == JsonValueKind.String ? message : message.GetProperty("text")).GetString()!)]);

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "SnoutOS.Tests", "AntiPoaching", "Corpus");
            if (Directory.Exists(corpus))
            {
                return corpus;
            }
        }

        throw new DirectoryNotFoundException("The corpus is in the repository; run this from inside it.");
    }
}
