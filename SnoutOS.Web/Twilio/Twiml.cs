using System.Xml.Linq;

namespace SnoutOS.Web.Twilio;

/// <summary>What Twilio is told to do with a text or a call, in its XML.</summary>
public static class Twiml
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8"?>""";

    /// <summary>Nothing: whatever is sent goes through the outbox.</summary>
    public const string Nothing = Declaration + "<Response></Response>";

    /// <summary>Says a sentence and hangs up.</summary>
    public static string Say(string sentence)
    {
        var say = new XElement("Say", new XAttribute("language", "en-US"), Speakable(sentence));
        return Declaration + new XElement("Response", say, new XElement("Hangup")).ToString(SaveOptions.DisableFormatting);
    }

    // XML has no way to write control characters, whoever pasted them.
    private static string Speakable(string sentence) =>
        string.Concat(sentence.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character));
}
