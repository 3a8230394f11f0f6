using System.Text.Json.Nodes;

namespace SnoutOS.Tests.Twilio;

/// <summary>Twilio's published examples, as files.</summary>
internal static class Fixture
{
    public static JsonArray Read(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Twilio", file)))!.AsArray();

    public static TheoryData<string> Names(string file, string key) => [.. Read(file).Select(item => (string)item![key]!)];

    public static JsonNode Named(string file, string key, string name) =>
        Read(file).Single(item => (string)item![key]! == name)!;
}
