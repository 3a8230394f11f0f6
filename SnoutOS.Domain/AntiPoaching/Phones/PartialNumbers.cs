using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>One half of a number, said to be one: "the last four are 0189", "my half is 0138".</summary>
internal static class PartialNumbers
{
    private const int Fewest = 4;
    private const int Most = 7;

    public static bool Find(MessageReading reading, DigitAtoms atoms, in PhoneContext context, FindingList findings)
    {
        var text = reading.Text;
        if (text.Topics.Has(Topic.Claim) && !context.IsSelf)
        {
            return false;
        }

        var speaks = text.Topics.Has(Topic.Rank) && SpeaksOfPart(text);
        var isTelephone = context.IsTelephone || context.IsSelf || text.Topics.Has(Topic.My | Topic.Me);
        if (!speaks && !context.HasArea && !(text.Topics.Has(Topic.Rank) && isTelephone))
        {
            return false;
        }

        for (var first = 0; first < atoms.Count; first++)
        {
            var last = first;
            while (last + 1 < atoms.Count && atoms[last + 1].Before == Gap.Tight)
            {
                last++;
            }

            var digits = atoms.Digits(first, last);
            var isEnd = isTelephone && digits.Length is >= 2 and <= Fewest && IsEnding(text, atoms[first].FirstToken);
            if ((isEnd || (speaks && digits.Length is >= Fewest and <= Most) || (context.HasArea && digits.Length is Fewest or Most)) && !IsYear(digits) && !UsedFigures.Are(text, atoms[last].FirstToken, atoms[last].LastToken, atoms[last].Length) && !NumberClaims.IsClaimed(text, atoms[first].FirstToken, atoms[last].LastToken) && !NumberClaims.IsInstitution(text, atoms[first].FirstToken, atoms[last].LastToken) && !Candidate.IsCount(atoms, first, last))
            {
                findings.Add(FindingType.PhoneNumber, reading, atoms[first].FirstToken, atoms[last].LastToken, .55, "phone.part");
                return true;
            }

            first = last;
        }

        return false;
    }

    /// <summary>"ends 0193", "ending in 0140".</summary>
    private static bool IsEnding(MessageText text, int token) =>
        (token > 0 && IsEndWord(text.TextOf(text.Tokens[token - 1]))) || (token > 1 && text.TextOf(text.Tokens[token - 1]) is "in" or "with" or "on" && IsEndWord(text.TextOf(text.Tokens[token - 2])));

    private static bool IsEndWord(ReadOnlySpan<char> word) => word is "ends" or "ending" or "ended" or "termina" or "terminado" or "endet" or "finit";

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && digits[..2] is "19" or "20";

    /// <summary>"last four", "second half", "the rest is", "my half".</summary>
    private static bool SpeaksOfPart(MessageText text)
    {
        var words = text.Words;
        for (var word = 0; word + 1 < words.Length; word++)
        {
            ref readonly var token = ref text.Tokens[words[word]];
            if (!Lexicon.TopicsOf(token.Entry).Has(Topic.Rank | Topic.My) && text.TextOf(token) is not ("your" or "ur"))
            {
                continue;
            }

            if (text.TextOf(text.Tokens[words[word + 1]]) is "half" or "four" or "six" or "seven" or "4" or "6" or "7" or "3" or "three" or "digits" or "part" or "two" or "2" or "bit" or "piece" or "end" or "ends" or "rest"
                || (text.TextOf(token) is "rest" or "ends" or "ending" or "end" && text.TextOf(text.Tokens[words[word + 1]]) is "is" or "in" or "with" or "are" or "of"))
            {
                return true;
            }
        }

        return false;
    }
}
