namespace SnoutOS.Domain.AntiPoaching.Words;

/// <summary>All groups of words that phrases ask for, over all languages.</summary>
internal static class Vocabulary
{
    public static IEnumerable<(string Group, string Words)> Groups =>
    [
        .. English.Groups, .. Spanish.Groups, .. French.Groups, .. German.Groups, .. Portuguese.Groups,
        ("network", Brands.Networks),
        ("short_network", Brands.ShortNetworks),
        ("wordy_network", Brands.WordyNetworks),
        ("naming", "follow handle username user find under search as at im named add called me"),
        ("everyday", "# the you u i me my your it is its in on at to a and for no not dont do did be can have has had with of that this was will just up out get if so when he she his her we us they them be from all one go got as say call text send name day come see know out off or but im ill are were there here take give go going home time no y e de la el en un una le les"),
        ("label", Brands.Labels),
        ("payment", Brands.Payments),
        ("short_payment", Brands.ShortPayments),
        ("provider", Brands.Providers),
        ("market", Brands.Marketplaces),
        ("lead", "first middle rest next start finish follow with ending starts begins then and dash hyphen space dot point slash comma star stars y luego despues puis et dann und depois next followed by now the thats its is uh um er e finally last al final tiret espace guion barra traco after that haha ok okay los le la les por ultimo it x thats"),
        ("unit", "l st nd rd th mg ml kg lb lbs g oz cup cups tab tabs am pm h hr rr bpm min mins minutes hours hour days day wt temp t bar psi miles mi km m ft cm mm steps degrees percent u units hold gal percent w v kcal weeks months years yrs photo part"),
        ("at", "at att arroba arobase klammeraffe @ aet"),
        ("dot", "dot dott punto point punkt ponto"),
        ("tld", $"{Domains.Telling} co io de fr es ly"),
        // Words that are one slip away from a name and mean what they say.
        ("plain", "venom instant instants signals single signed snaps snapped cell shell belle hello belly jelly zelda outlooks reader driver river over cover lover rove tinker timber bumbling skip facts threat thread treads chimes chimed chimp monza revolt offices companies officer officers official accompany company agenda urgency agencia direction directed director directs privates privacy discard discards record cash cashed paypals linked linker"),
    ];

    /// <summary>Emoji that say something about what stands beside them.</summary>
    public static IEnumerable<(string Group, string Symbols)> Emoji =>
    [
        ("number", "📞 📱 ☎ 📲 🤙"),
        ("call", "📞 ☎ 📲"),
        ("ghost", "👻"),
        ("camera", "📸 📷"),
        ("hush", "🤫 🤐 🙊 😉 😏 😜 🙈"),
        ("wink", "😉 😏 🔢 🧮"),
        ("cash", "💵 💸 💰"),
        ("at", "🌀"),
        ("dot", "🔵 ⚫"),
        ("mail", "📧 ✉ 📩 💌"),
    ];

    /// <summary>Emoji that show a digit, and only count among many.</summary>
    public static IEnumerable<(int Digit, string Symbols)> EmojiDigits =>
        [(0, "⭕ 🅾 🚫 ⚪ 🕛 🍩"), (1, "⚀ ☝ 🥇 👆 🕐"), (2, "⚁ ✌ 🥈 🕑"), (3, "⚂ 🥉 🕒"), (4, "⚃ 🍀 🕓"), (5, "⚄ ✋ 🖐 🕔"), (6, "⚅ 🕕"), (7, "🕖"), (8, "🎱 🐙 🕗"), (9, "🕘")];

    /// <summary>What is put together again when it was cut in pieces, and found with a slip in it.</summary>
    public static IEnumerable<string> Names =>
        $"{Brands.Networks} {Brands.Payments} {Brands.Providers} {Brands.Marketplaces}".Split(' ');

    /// <summary>Words of no brand that carry so much that a slip in them is looked through, too.</summary>
    public static IEnumerable<string> Telling => ["office", "agency", "company", "directly", "direct", "privately", "private", "number", "middleman", "telephone", "business", "backwards"];
}
