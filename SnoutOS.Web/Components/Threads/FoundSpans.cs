using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Inbox;

namespace SnoutOS.Web.Components.Threads;

/// <summary>A stretch of a message's text; with what was found in it, if anything.</summary>
public sealed record FoundSpan(string Text, IReadOnlyList<FindingView> Findings)
{
    /// <summary>Whether a sitter who sees the message does not see this.</summary>
    public bool IsHidden => Findings.Any(finding => finding.IsHidden);

    /// <summary>The strictest thing that was done about it.</summary>
    public PoachingAction Action => Findings.Count == 0 ? PoachingAction.Off : Findings.Max(finding => finding.Action);
}

/// <summary>Cuts a text where things were found in it. What overlaps becomes one stretch: marks cannot cross.</summary>
public static class FoundSpans
{
    public static IReadOnlyList<FoundSpan> Of(string body, IEnumerable<FindingView> findings)
    {
        var (spans, end) = (new List<FoundSpan>(), 0);
        var inText = findings.Where(finding => finding.Attachment is null && finding.Length > 0).OrderBy(finding => finding.Start).ToList();
        for (var index = 0; index < inText.Count;)
        {
            var (start, stop, group) = (inText[index].Start, inText[index].Start + inText[index].Length, new List<FindingView>());
            while (index < inText.Count && (group.Count == 0 || inText[index].Start < stop))
            {
                stop = Math.Max(stop, inText[index].Start + inText[index].Length);
                group.Add(inText[index++]);
            }

            Add(spans, body[end..start], []);
            Add(spans, body[start..stop], group);
            end = stop;
        }

        Add(spans, body[end..], []);
        return spans;
    }

    private static void Add(List<FoundSpan> spans, string text, IReadOnlyList<FindingView> findings)
    {
        if (text.Length > 0)
        {
            spans.Add(new FoundSpan(text, findings));
        }
    }
}
