using SnoutOS.Domain.AntiPoaching.Phrasing;
using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>
/// Riddles: digits that are to be counted, added up or decoded. What they come to is not worked out; that a message
/// speaks of a riddle and has the figures for one is enough for a person to look at it.
/// </summary>
internal static class PuzzleFinder
{
    private const double Surely = .7;
    private const int FewestGroups = 4;

    private static readonly ulong[] Telephones = Lexicon.Bits("{number}");

    public static void Find(MessageReading reading, DigitAtoms atoms, FindingList findings)
    {
        var text = reading.Text.Folded.Chars;
        if (text.Contains('%') && IsPercentEncoded(reading.Text, out var first, out var last))
        {
            findings.Add(FindingType.PhoneNumber, reading, first, last, .8, "phone.encoded");
            return;
        }

        var groups = CountedGroups(reading.Text, out var telephone);
        var sure = reading.Phrases.Strength(Signal.Puzzle);
        var isRiddle = sure >= Surely && reading.Phrases.Strength(Signal.Claim) < .5 && (atoms.Count >= (reading.Phrases.Says("puzzle.letter") ? 1 : 3) || groups >= FewestGroups);
        var isCounted = groups >= FewestGroups && (sure > 0 || telephone || groups >= 7);
        if ((isRiddle || isCounted) && reading.Text.WordCount > 0)
        {
            findings.Add(FindingType.PhoneNumber, reading, reading.Text.Words[0], reading.Text.Words[^1], .6, "phone.puzzle");
        }
    }

    /// <summary>How many groups of equal emoji there are, where most hold several.</summary>
    private static int CountedGroups(MessageText text, out bool telephone)
    {
        telephone = false;
        var (groups, several, index) = (0, 0, 0);
        while (index < text.Count)
        {
            if (text.Tokens[index].Kind != TokenKind.Emoji)
            {
                index++;
                continue;
            }

            var end = index + 1;
            while (end < text.Count && text.Tokens[end].Kind == TokenKind.Emoji && text.Tokens[end].IsGlued)
            {
                end++;
            }

            var entry = text.Tokens[index].Entry;
            telephone |= entry != 0 && (Telephones[entry >> 6] >> (entry & 63) & 1) != 0;
            groups++;
            several += end - index > 1 ? 1 : 0;
            index = end;
        }

        return several >= 2 ? groups : 0;
    }

    /// <summary>"%34%30%34": digits as a browser writes them.</summary>
    private static bool IsPercentEncoded(MessageText text, out int first, out int last)
    {
        (first, last) = (-1, -1);
        var run = 0;
        for (var index = 0; index + 1 < text.Count; index++)
        {
            if (text.Tokens[index].Kind == TokenKind.Symbol && text.Folded[text.Tokens[index].Start] == '%' && text.Tokens[index + 1] is { Kind: TokenKind.Digits, IsGlued: true, Length: 2 } code && text.Folded[code.Start] == '3')
            {
                first = run == 0 ? index : first;
                (run, last, index) = (run + 1, index + 1, index + 1);
            }
            else if (run >= 7)
            {
                return true;
            }
            else
            {
                run = 0;
            }
        }

        return run >= 7;
    }
}
