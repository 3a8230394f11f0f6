namespace SnoutOS.Domain.AntiPoaching.Reading;

internal enum NumberKind : byte
{
    None,

    /// <summary>0 to 9.</summary>
    Digit,

    /// <summary>10 to 19: complete by itself.</summary>
    Teen,

    /// <summary>20 to 90: may take a digit.</summary>
    Tens,

    /// <summary>Multiplies the digit before it.</summary>
    Hundred,

    /// <summary>200 to 900 in one word.</summary>
    Hundreds,

    /// <summary>Says the next digit two, three or four times.</summary>
    Repeat,

    /// <summary>"fives": the digit, as often as the number beside it says.</summary>
    Plural,

    /// <summary>Sounds like a digit, and only counts among many.</summary>
    Sound,
}

/// <summary>What a word says as a number.</summary>
internal readonly record struct NumberWord(NumberKind Kind, int Value);
