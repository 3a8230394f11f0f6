namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>What a word is about, as far as what is written out asks: a word may be about several things.</summary>
[Flags]
internal enum Topic : ulong
{
    None = 0,
    Digits = 1UL << 0,
    Numeral = 1UL << 1,
    Sound = 1UL << 2,
    Unit = 1UL << 3,
    Lead = 1UL << 4,
    Dial = 1UL << 5,
    Me = 1UL << 6,
    My = 1UL << 7,
    Telephone = 1UL << 8,
    Claim = 1UL << 9,
    Vet = 1UL << 10,
    Office = 1UL << 11,
    Relative = 1UL << 12,
    Wink = 1UL << 13,
    Reverse = 1UL << 14,
    At = 1UL << 15,
    Dot = 1UL << 16,
    Ending = 1UL << 17,
    Network = 1UL << 18,
    ShortNetwork = 1UL << 19,
    WordyNetwork = 1UL << 20,
    Payment = 1UL << 21,
    Provider = 1UL << 22,
    Label = 1UL << 23,
    Naming = 1UL << 24,
    Assembly = 1UL << 25,
    Area = 1UL << 26,
    Arithmetic = 1UL << 27,

    /// <summary>Stands between the parts of one number.</summary>
    Joint = 1UL << 28,
    Nought = 1UL << 29,
    Rank = 1UL << 30,
    Roman = 1UL << 31,
    Back = 1UL << 32,
    Site = 1UL << 33,
}

internal static class TopicQuestions
{
    public static bool Has(this Topic topics, Topic any) => (topics & any) != Topic.None;
}
