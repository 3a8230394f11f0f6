using System.Collections.Frozen;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Letters of other scripts that are read as Latin ones, where Unicode's own compatibility forms do not say so.</summary>
internal static class Confusables
{
    private static readonly (string From, string To)[] Rows =
    [
        // Cyrillic
        ("абвгдеёзийкмнопрстухчшьяіїјѕԁԛԝһѵӏ", "a6brdee3uukmhonpctyx4wbriijsdqwhvl"),
        ("ВНМТКСРЕАОХУІЈЅԌ", "bhmtkcpeaoxyijsg"),
        // Greek
        ("αβγδεζηικλμνοπρςστυχω", "abydezniklmvonpsotuxw"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx"),
        // Small capitals and phonetic letters
        ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz"),
        ("ɑɡıłøđðɩɫɯʋɾƚℓ℮ⅼⲟօցսհոԼ", "agiloddilwvrlleloogunhnl"),
        // Numerals that are words elsewhere
        ("零〇一二三四五六七八九", "00123456789"),
        ("＠﹫", "@@"),
        ("․。．｡", "...."),
        ("‐‑‒–—―−﹣", "--------"),
        ("’‘ʼ‛`´＇ˈ", "''''''''"),
    ];

    public static FrozenDictionary<char, char> Latin { get; } = Rows
        .SelectMany(row => row.From.Zip(row.To))
        .GroupBy(pair => pair.First)
        .ToFrozenDictionary(group => group.Key, group => group.First().Second);
}
