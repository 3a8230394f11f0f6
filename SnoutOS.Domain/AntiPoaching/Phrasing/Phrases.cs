using SnoutOS.Domain.AntiPoaching.Phrasing;

namespace SnoutOS.Domain.AntiPoaching.Words;

/// <summary>Every phrase of every kind.</summary>
internal static class Phrases
{
    public static readonly Phrase[] All =
        [.. SolicitationPhrases.All, .. PaymentPhrases.All, .. SocialPhrases.All, .. ContactPhrases.All, .. MailPhrases.All, .. BroaderPhrases.All];

    /// <summary>The words that phrases name themselves, without a group.</summary>
    public static IEnumerable<string> Literals =>
        All.SelectMany(phrase => phrase.Pattern.Split(' ', '|', '!', '&'))
            .Where(word => word.Length > 0 && word[0] is not ('{' or '*') && word != ":");
}
