using SnoutOS.Domain.AntiPoaching.Phrasing;

namespace SnoutOS.Domain.AntiPoaching.Words;

/// <summary>Addresses that are spelled in words, and the few things that are never said for another reason.</summary>
internal static class Phrases
{
    public static readonly Phrase[] All =
    [
        new(FindingType.Email, "email.written", .85, "{at} *5 {dot} *1 {tld}"),
        new(FindingType.Email, "email.written", .8, "a *2 d|full *1 {tld}|stop"),
        new(FindingType.Email, "email.provider", .75, "{my}|ma *1 {provider}"),
        new(FindingType.Email, "email.provider", .75, "{provider} *1 is|its|es|name|at"),
        new(FindingType.Email, "email.provider", .75, "im|its|it|name|at|bei|mine|me *4 {provider}"),
        new(FindingType.Email, "email.provider", .6, "{provider} & send|write|there|reach|add"),
        new(FindingType.Email, "email.sign", .6, "arroba|arobase|klammeraffe"),
        new(FindingType.Url, "url.written", .8, "{dot} *1 {tld} & !{at}"),
        new(FindingType.Url, "url.written", .75, "{dot} l y"),
        new(FindingType.Url, "url.written", .6, "{dot} *4 slash|barra"),
        new(FindingType.Url, "url.www", .6, "world wide web"),
        new(FindingType.Url, "url.www", .6, "double u double u"),

        new(FindingType.OffPlatformPayment, "payment.app", .8, "{payment} *1 me|us|mir|moi & !{pet}"),
        new(FindingType.OffPlatformPayment, "payment.app", .7, "{pay}|mandame|mandar|manda *5 {payment}|pix"),
        new(FindingType.OffPlatformPayment, "payment.app", .7, "{payment}|pix *2 {direct}|works|fine|instead|accepted & !{pet}"),
        new(FindingType.OffPlatformPayment, "payment.app", .7, "{my} *1 {payment}|pix & !{pet}"),
        new(FindingType.OffPlatformPayment, "payment.direct", .55, "can|could|may *2 i|we *2 pay you"),
        new(FindingType.SocialHandle, "social.app", .6, "{network}|{short_network} me|handle|username & !{pet}"),
        new(FindingType.SocialHandle, "social.app", .6, "{switch} *3 {network} & !{pet}"),
        new(FindingType.Solicitation, "solicitation.number", .6, "{your} *2 {personal} *1 {number} & !{their_office}"),
    ];

    /// <summary>The words that phrases name themselves, without a group.</summary>
    public static IEnumerable<string> Literals =>
        All.SelectMany(phrase => phrase.Pattern.Split(' ', '|', '!', '&'))
            .Where(word => word.Length > 0 && word[0] is not ('{' or '*') && word != ":");
}
