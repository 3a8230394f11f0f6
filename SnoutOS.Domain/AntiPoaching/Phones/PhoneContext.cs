using SnoutOS.Domain.AntiPoaching.Phrasing;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>What the words of a message say about the numbers in it.</summary>
internal readonly record struct PhoneContext
{
    /// <summary>The number is the writer's, or somebody's whom they ask to call.</summary>
    public bool IsSelf { get; init; }

    /// <summary>Somebody is to call or to text.</summary>
    public bool IsCall { get; init; }

    /// <summary>There is talk of telephones at all.</summary>
    public bool IsTelephone { get; init; }

    /// <summary>The figures are to be put together or worked out.</summary>
    public bool IsPuzzle { get; init; }

    /// <summary>The figures are to be read from the end.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Digits are only heard in words that sound like them.</summary>
    public bool BySound { get; init; }

    public static PhoneContext Of(MessageReading reading)
    {
        var (self, call, telephone, puzzle, reversed) = (false, false, false, false, reading.Text.Folded.IsTurned);
        foreach (ref readonly var spoken in reading.Phrases.Spoken)
        {
            switch (spoken.Phrase.Signal)
            {
                case Signal.Self:
                    self |= spoken.Phrase.Weight >= .6;
                    call |= spoken.Phrase.Weight >= .5;
                    telephone = true;
                    break;
                case Signal.Puzzle:
                    puzzle = true;
                    break;
                case Signal.Reversed:
                    reversed = true;
                    break;
                default:
                    break;
            }
        }

        return new PhoneContext { IsSelf = self, IsCall = call, IsTelephone = telephone, IsPuzzle = puzzle, IsReversed = reversed };
    }
}
