using System.Runtime.InteropServices;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>What is known about a word, or was found out about it.</summary>
/// <param name="Entry">What it is in the lexicon; 0 is nothing.</param>
/// <param name="IsMended">The word of the entry was meant, and another was written.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordNote(ushort Entry, WordTraits Traits, bool IsMended = false);

/// <summary>What can be seen of a word without knowing it.</summary>
[Flags]
internal enum WordTraits : byte
{
    None = 0,

    /// <summary>A name that was cut in pieces may begin with it.</summary>
    Starts = 1,

    /// <summary>It may be a further piece of a name.</summary>
    GoesOn = 2,

    /// <summary>Each of its letters may look like a digit.</summary>
    Figures = 4,

    /// <summary>A letter, or three or four, that people do put for digits.</summary>
    LikelyFigures = 32,

    /// <summary>Number words written as one.</summary>
    Compound = 8,

    /// <summary>It sounds like a digit.</summary>
    Sounds = 16,

    /// <summary>One letter over and over.</summary>
    Same = 64,
}

internal static class WordTraitsQuestions
{
    public static bool Has(this WordTraits traits, WordTraits any) => (traits & any) != WordTraits.None;
}
