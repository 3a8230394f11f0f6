using SnoutOS.Domain.AntiPoaching.Phrasing;
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
    private const int LongestNumber = 15;

    private readonly DigitAtoms _atoms = new();

    public void Find(MessageReading reading, FindingList findings)
    {
        _atoms.Read(reading.Text);
        if (_atoms.DigitCount + _atoms.Sounds < FewestDigits && !VanityNumbers.MayBe(_atoms))
        {
            PuzzleFinder.Find(reading, _atoms, findings);
            return;
        }

        var context = PhoneContext.Of(reading);
        var found = _atoms.Count > 0 && FindIn(reading, context, findings);
        if (!found && _atoms.Count > 0)
        {
            found = FindScattered(reading, context, findings);
        }

        if (!found && _atoms.Sounds > 0 && _atoms.Sounds + _atoms.Count >= 7)
        {
            _atoms.Read(reading.Text, bySound: true);
            found = FindIn(reading, context with { BySound = true }, findings);
        }

        if (!found && _atoms.Count > 0)
        {
            VanityNumbers.Find(reading, _atoms, context, findings);
        }

        if (!findings.Has(FindingType.PhoneNumber))
        {
            PuzzleFinder.Find(reading, _atoms, findings);
        }
    }

    private bool FindIn(MessageReading reading, in PhoneContext context, FindingList findings)
    {
        var found = 0;
        for (var first = 0; first < _atoms.Count && found < MostFound;)
        {
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
            if (last > first && (_atoms[last].Before == Gap.Wide || (context.BySound && (_atoms[last].Before != Gap.Tight || _atoms[last].Length > 3))))
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

    /// <summary>All the figures of the message as one number, where it says that they are one.</summary>
    private bool FindScattered(MessageReading reading, in PhoneContext context, FindingList findings)
    {
        if (!context.IsPuzzle && !context.IsSelf)
        {
            return false;
        }

        var (first, last) = (0, _atoms.Count - 1);
        var digits = _atoms.Digits(first, last);
        if (digits.Length is < 10 or > 11 || Candidate.Grouping(_atoms, first, last, digits.Length) < Candidate.WellGrouped || Candidate.IsCount(_atoms, first, last))
        {
            return false;
        }

        var shape = NumberShapes.Of(digits, hasPlus: false, reading.Region);
        if (shape is not (NumberShape.National or NumberShape.Mobile) || NumberShapes.IsTollFree(digits) || HasLongGroup(first, last) || reading.Allowed.CoversNumber(digits))
        {
            return false;
        }

        Report(reading, findings, first, last, new Candidate(context.IsPuzzle ? .8 : .6, "phone.scattered"));
        return true;
    }

    private bool HasLongGroup(int first, int last)
    {
        for (var index = first; index <= last; index++)
        {
            if (_atoms[index].Length > 6)
            {
                return true;
            }
        }

        return false;
    }

    private void Report(MessageReading reading, FindingList findings, int first, int last, in Candidate candidate)
    {
        if (candidate.Rule is not null)
        {
            findings.Add(FindingType.PhoneNumber, reading, _atoms[first].FirstToken, _atoms[last].LastToken, candidate.Confidence, candidate.Rule);
        }
    }
}
