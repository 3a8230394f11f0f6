namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>
/// One way of saying something that needs nothing beside it. <see cref="Pattern"/> holds words and <c>{groups}</c> of words
/// with <c>|</c> between alternatives; <c>*3</c> lets up to three other words stand before the next; <c>&amp;</c> joins
/// parts that stand anywhere in the message, and a part that begins with <c>!</c> must not.
/// </summary>
/// <param name="Weight">How sure this phrase alone makes us.</param>
internal sealed record Phrase(FindingType Type, string Rule, double Weight, string Pattern);
