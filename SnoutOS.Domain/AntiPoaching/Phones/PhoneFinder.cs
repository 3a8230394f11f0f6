using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>
/// Telephone numbers in whatever dress. Groups of digits that stand together are tried as a number; how well they are
/// grouped, and what the message says about them, decides how sure we are.
/// </summary>
internal sealed class PhoneFinder
{
    private const int MostFound = 16;
    private const int FewestDigits = 7;
    private const int FewestSigns = 6;
    private const int FewestRepeats = 3;
    private const int LongestNumber = 15;

    private readonly DigitAtoms _atoms = new();
    private readonly AssembledNumbers _assembled = new();
    private readonly CrossedNumbers _crossed = new();
    private readonly Sums _sums = new();

    public void Find(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        var isHeard = text.LongestCount >= FewestSigns;
        var mayBeRiddle = MayBeRiddle(text);
        var figures = text.FreeCount + (3 * text.NumeralCount);
        var isAsked = text.Topics.Has(Topic.Area | Topic.Rank | Topic.Dial | Topic.Telephone | Topic.My);
        if (figures < (isAsked ? 3 : FewestDigits) && !text.Traits.Has(WordTraits.Compound) && !isHeard && !mayBeRiddle)
        {
            return;
        }

        _atoms.Read(text);
        var free = _atoms.DigitCount - text.FigureCount + text.FreeCount;
        if (free < 3 && !isHeard && !mayBeRiddle)
        {
            return;
        }

        var context = PhoneContext.Of(text);
        _ = (free >= FewestDigits && FindIn(reading, context, findings))
            || (isHeard && FindBySound(reading, context, findings))
            || (free >= 3 && FindBroken(reading, context, findings))
            || (mayBeRiddle && Riddles(reading, context, findings));
    }

    private static bool MayBeRiddle(MessageText text) =>
        text.RepeatCount >= FewestRepeats || text.LetterCount >= FewestSigns || text.IsMixed || text.FigureCount >= 2 * FewestDigits
        || text.HasInner('%', '#', '=') || text.Traits.Has(WordTraits.Same) || text.Topics.Has(Topic.Roman) || (text.SignCount >= FewestDigits && text.WordCount < text.SignCount);

    private bool FindBySound(MessageReading reading, in PhoneContext context, FindingList findings)
    {
        _atoms.Read(reading.Text, bySound: true);
        var found = FindIn(reading, context with { BySound = true }, findings) || _assembled.Find(reading, _atoms, context, findings);
        _atoms.Read(reading.Text);
        return found;
    }

    /// <summary>Numbers whose parts stand apart, are to be worked out, or are only half there.</summary>
    private bool FindBroken(MessageReading reading, in PhoneContext context, FindingList findings) =>
        (reading.Text.HasBoundary ? _crossed.Find(reading, _atoms, context, findings) : _assembled.Find(reading, _atoms, context, findings))
        || VanityNumbers.Find(reading, _atoms, context, findings)
        || (reading.Text.Topics.Has(Topic.Arithmetic | Topic.Joint | Topic.Area) || reading.Text.SignCount > 0) && _sums.Find(reading, _atoms, context, findings)
        || PartialNumbers.Find(reading, _atoms, context, findings);

    private static bool Riddles(MessageReading reading, in PhoneContext context, FindingList findings) =>
        EncodedNumbers.Find(reading, findings)
        || ((reading.Text.RepeatCount >= FewestRepeats || reading.Text.Traits.Has(WordTraits.Same)) && CountedRows.Find(reading, context, findings))
        || SpelledLetters.Find(reading, context, findings);

    private bool FindIn(MessageReading reading, in PhoneContext context, FindingList findings)
    {
        var found = 0;
        for (var first = 0; first < _atoms.Count && found < MostFound;)
        {
            if (_atoms[first].Length < FewestDigits && (first + 1 == _atoms.Count || _atoms[first + 1].Before == Gap.Wide))
            {
                first++;
                continue;
            }

            var best = BestFrom(reading, context, first, out var last);
            if (best.Confidence >= PoachingPolicy.FlagFrom)
            {
                Report(reading, findings, first, last, best);
                (first, found) = (last + 1, found + 1);
            }
            else
            {
                first++;
            }
        }

        return found > 0;
    }

    /// <summary>The likeliest number that begins with a group.</summary>
    private Candidate BestFrom(MessageReading reading, in PhoneContext context, int first, out int best)
    {
        var (likeliest, crossed) = (default(Candidate), false);
        best = first;
        for (var last = first; last < _atoms.Count && _atoms.Digits(first, last).Length <= LongestNumber; last++)
        {
            if (last > first && (_atoms[last].Before == Gap.Wide || (context.BySound && _atoms[last].Length > 3)))
            {
                break;
            }

            crossed |= last > first && _atoms[last].Before == Gap.Message;
            if (_atoms.Digits(first, last).Length < 7)
            {
                continue;
            }

            var candidate = Candidate.Judge(reading, _atoms, first, last, context, crossed);
            if (candidate.Confidence > likeliest.Confidence)
            {
                (likeliest, best) = (candidate, last);
            }
        }

        return likeliest;
    }

    private void Report(MessageReading reading, FindingList findings, int first, int last, in Candidate candidate)
    {
        if (candidate.Rule is not null)
        {
            findings.Add(FindingType.PhoneNumber, reading, _atoms[first].FirstToken, _atoms[last].LastToken, candidate.Confidence, candidate.Rule);
        }
    }
}
