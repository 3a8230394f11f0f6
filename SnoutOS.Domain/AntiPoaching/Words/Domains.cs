using System.Collections.Frozen;

namespace SnoutOS.Domain.AntiPoaching.Words;

/// <summary>What a site or mail address ends in, and whose sites say nothing about anybody.</summary>
internal static class Domains
{
    /// <summary>Endings that make a site of what stands before them.</summary>
    public const string Telling =
        "com net org edu gov biz example test invalid xyz shop store online site website dev tech uk mx br ca ie nz au jp cn ru kr nl ch pl cz gr tk ws cc cafe studio agency pets vet walk services email link bio page blog art photo photos gallery design media news digital group company solutions health zone center coach guru academy training expert ly gle bz sg hk za il ae pk ph vn pt dk fi nz ro hu rs bg lt ee lv lu mt cy hr si sk ua kz ng ke gh eg";

    /// <summary>Endings that are words: believed with a path behind them, or where a site is spoken of.</summary>
    public const string Wordlike =
        "me in it is so us to be no my at de co ly app club dog pet care info io es fr la am ai eu se tv im id as gl gd ee do live life work family space fun world love one today pw li st sh ms mobi pro name";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TellingSet = Set(Telling);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordlikeSet = Set(Wordlike);

    private static readonly string[] Everybodys =
    [
        "youtube.com", "youtu.be", "google.com", "goo.gl", "amazon.com", "a.co", "chewy.com", "petco.com", "petsmart.com", "wikipedia.org", "spotify.com", "netflix.com",
        "apple.com", "weather.com", "akc.org", "aspca.org", "imgur.com", "giphy.com", "tenor.com", "nytimes.com", "bbc.co.uk", "cnn.com", "ups.com", "usps.com", "fedex.com",
        "walmart.com", "target.com", "ebay.com", "waze.com", "yelp.com", "reddit.com", "espn.com", "petfinder.com", "webmd.com", "npr.org", "maps.app.goo.gl", "bing.com",
    ];

    public static bool IsTelling(ReadOnlySpan<char> ending) => TellingSet.Contains(ending);

    public static bool IsWordlike(ReadOnlySpan<char> ending) => WordlikeSet.Contains(ending);

    /// <summary>A site that everybody knows and nobody can be reached through.</summary>
    public static bool IsEverybodys(ReadOnlySpan<char> host)
    {
        foreach (var site in Everybodys)
        {
            if (host.EndsWith(site, StringComparison.Ordinal) && (host.Length == site.Length || host[^(site.Length + 1)] == '.'))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
