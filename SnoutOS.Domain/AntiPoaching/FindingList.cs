namespace SnoutOS.Domain.AntiPoaching;

/// <summary>The findings of one message while they are gathered; the buffer is used again.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];

    public int Count => _findings.Count;

    public bool Has(FindingType type)
    {
        foreach (var finding in _findings)
        {
            if (finding.Type == type)
            {
                return true;
            }
        }

        return false;
    }

    public void Clear() => _findings.Clear();

    /// <summary>Adds what stands from one token to another, as a span of the original text.</summary>
    public void Add(FindingType type, MessageReading reading, int firstToken, int lastToken, double confidence, string rule)
    {
        var (first, last) = (reading.Text.Tokens[firstToken], reading.Text.Tokens[lastToken]);
        AddSpan(type, reading, first.Start, last.End, confidence, rule);
    }

    /// <summary>The same between two places of the folded text.</summary>
    public void AddSpan(FindingType type, MessageReading reading, int start, int end, double confidence, string rule)
    {
        if (confidence < PoachingPolicy.FlagFrom)
        {
            return;
        }

        var from = reading.Text.Folded.OriginalStart(start);
        _findings.Add(new Finding(type, from, reading.Text.Folded.OriginalEnd(end - 1) - from, Math.Round(confidence, 2), rule));
    }

    public IReadOnlyList<Finding> ToList() => _findings.Count == 0 ? [] : [.. _findings];
}
