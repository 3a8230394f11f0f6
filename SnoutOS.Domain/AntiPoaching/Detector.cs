using SnoutOS.Domain.AntiPoaching.Meaning;
using SnoutOS.Domain.AntiPoaching.Phones;
using SnoutOS.Domain.AntiPoaching.Phrasing;
using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching;

/// <summary>
/// Reads messages and tells what in them leads away from the business. Pure: the same text, the same findings. What is
/// done about them is the policy's business.
/// </summary>
public sealed class Detector(AllowList? allowed = null, string region = "US")
{
    [ThreadStatic]
    private static Workspace? _workspace;

    private readonly AllowList _allowed = allowed ?? AllowList.Empty;

    /// <summary>The findings of one message.</summary>
    public IReadOnlyList<Finding> Inspect(ReadOnlySpan<char> message)
    {
        var work = _workspace ??= new Workspace();
        work.Findings.Clear();
        work.Reading.Read(message, _allowed, region);
        work.Phones.Find(work.Reading, work.Findings);
        AddressFinder.Find(work.Reading, work.Findings);
        HandleFinder.Find(work.Reading, work.Findings);
        work.Phrases.Find(work.Reading, work.Findings);
        work.Meaning.Find(work.Reading, work.Findings);
        return work.Findings.ToList();
    }

    /// <summary>
    /// The findings of a message in the light of what was delivered shortly before, the oldest first. What only the whole
    /// shows is marked as found across messages; its span lies in this message.
    /// </summary>
    public IReadOnlyList<Finding> Inspect(string message, IReadOnlyList<string> before)
    {
        var alone = Inspect(message);
        if (before.Count == 0)
        {
            return alone;
        }

        var earlier = string.Join(MessageText.BoundaryMark, before);
        var known = Inspect(earlier);
        var together = Inspect(string.Concat(earlier, [MessageText.BoundaryMark], message));
        var across = together.Where(finding => !alone.Any(other => other.Type == finding.Type) && !known.Any(other => other.Type == finding.Type)).ToList();
        return across.Count == 0 ? alone : [.. alone, .. across.Select(finding => InThis(finding, earlier.Length + 1, message.Length))];
    }

    /// <summary>The findings of each of several messages that one person sends in a row.</summary>
    public IReadOnlyList<IReadOnlyList<Finding>> InspectInOrder(IReadOnlyList<string> messages)
    {
        var findings = new List<IReadOnlyList<Finding>>(messages.Count);
        for (var index = 0; index < messages.Count; index++)
        {
            findings.Add(Inspect(messages[index], [.. messages.Take(index)]));
        }

        return findings;
    }

    private static Finding InThis(Finding finding, int offset, int length)
    {
        var start = Math.Clamp(finding.Start - offset, 0, length);
        var end = Math.Clamp(finding.End - offset, 0, length);
        return end > start
            ? finding with { Start = start, Length = end - start, AcrossMessages = true }
            : finding with { Start = 0, Length = length, AcrossMessages = true };
    }

    private sealed class Workspace
    {
        public MessageReading Reading { get; } = new();

        public FindingList Findings { get; } = new();

        public PhoneFinder Phones { get; } = new();

        public PhraseReading Phrases { get; } = new();

        public MeaningFinder Meaning { get; } = new(MeaningModel.Learned);
    }
}
