using System.Collections.Frozen;
using System.Globalization;
using SnoutOS.Domain.AntiPoaching.Words;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>
/// Every word that any rule asks about, in every language, with the groups it belongs to and what it says as a number.
/// An entry is a small number, so that a rule can ask "is this one of mine" with one bit.
/// </summary>
internal static class Lexicon
{
    /// <summary>Any run of digits, whatever its value.</summary>
    public const ushort DigitsEntry = 1;

    /// <summary>The sign of mail addresses, which many write for "at".</summary>
    public const ushort AtEntry = 2;

    private static readonly Dictionary<string, ushort> Building = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, HashSet<ushort>> BuildingGroups = new(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, ushort> Entries;
    private static readonly ulong[] Hashes;
    private static readonly string[] Words;
    private static readonly Topic[] TopicsOfEntries;
    private static readonly WordTable Table;
    private static readonly FrozenDictionary<int, ushort> EmojiEntries;
    private static readonly NumberWord[] Numbers;

    static Lexicon()
    {
        Building["#"] = DigitsEntry;
        Building["@"] = AtEntry;
        foreach (var (group, words) in Vocabulary.Groups)
        {
            AddGroup(group, words);
        }

        foreach (var (topic, words) in Telephony.Rows)
        {
            AddGroup(topic.ToString(), words);
        }

        foreach (var literal in Phrases.Literals)
        {
            _ = EntryFor(literal);
        }

        var numbers = new Dictionary<ushort, NumberWord>();
        foreach (var (kind, row) in NumberWords.All.SelectMany(pair => pair.Rows.Select(row => (pair.Kind, row))))
        {
            AddNumbers(kind, row.Split(' '), numbers);
        }

        foreach (var (word, digit) in OtherTongues.Digits.SelectMany(row => row.Split(' ').Select((word, digit) => (word, digit))))
        {
            numbers.TryAdd(EntryFor(word), new NumberWord(NumberKind.Sound, digit));
        }

        var emoji = new Dictionary<int, ushort>();
        foreach (var (group, symbols) in Vocabulary.Emoji)
        {
            foreach (var rune in symbols.EnumerateRunes().Where(rune => rune.Value != ' '))
            {
                emoji[rune.Value] = AddToGroup(group, string.Create(CultureInfo.InvariantCulture, $"emoji{rune.Value}"));
            }
        }

        foreach (var (digit, symbols) in Vocabulary.EmojiDigits)
        {
            foreach (var rune in symbols.EnumerateRunes().Where(rune => rune.Value != ' '))
            {
                emoji[rune.Value] = EntryFor(string.Create(CultureInfo.InvariantCulture, $"emoji{rune.Value}"));
                numbers.TryAdd(emoji[rune.Value], new NumberWord(NumberKind.Sound, digit));
            }
        }

        EmojiEntries = emoji.ToFrozenDictionary();
        Entries = Building.ToFrozenDictionary(StringComparer.Ordinal);
        Hashes = new ulong[Entries.Count + 2];
        Words = new string[Entries.Count + 2];
        Array.Fill(Words, "");
        foreach (var (word, entry) in Entries)
        {
            (Hashes[entry], Words[entry]) = (WordHash.Of(word), word);
        }

        Table = new WordTable([.. Entries.Select(pair => KeyValuePair.Create(Hashes[pair.Value], new WordNote(pair.Value, NamePieces.Of(pair.Key) | Lookalikes.TraitsOf(pair.Key))))]);
        TopicsOfEntries = new Topic[Entries.Count + 2];
        TopicsOfEntries[DigitsEntry] = Topic.Digits;
        foreach (var (topic, entry) in Topics.All.Concat(Telephony.Rows.Select(row => (row.Topic, Groups: new[] { row.Topic.ToString() }))).SelectMany(row => row.Groups.SelectMany(group => BuildingGroups[group].Select(entry => (row.Topic, entry)))))
        {
            TopicsOfEntries[entry] |= topic;
        }

        Numbers = new NumberWord[Entries.Count + 2];
        foreach (var (entry, number) in numbers)
        {
            Numbers[entry] = number;
            TopicsOfEntries[entry] |= number.Kind == NumberKind.Sound ? Topic.Sound : Topic.Numeral;
        }
    }

    public static int Count => Entries.Count + 2;

    /// <summary>The hash of any digits.</summary>
    public static ulong DigitsHash { get; } = WordHash.Of("#");

    /// <summary>What is known about a word; 0 is nothing.</summary>
    public static ushort Find(ReadOnlySpan<char> word) => Table.TryFind(WordHash.Of(word), out var note) ? note.Entry : (ushort)0;

    /// <summary>What is known about the word of a hash.</summary>
    public static bool TryFind(ulong hash, out WordNote note) => Table.TryFind(hash, out note);

    /// <summary>The hash of the word that an entry is.</summary>
    public static ulong HashOf(ushort entry) => Hashes[entry];

    /// <summary>The word that an entry is; empty for 0.</summary>
    public static string WordOf(ushort entry) => Words[entry];

    public static ushort FindEmoji(int rune) => EmojiEntries.TryGetValue(rune, out var entry) ? entry : (ushort)0;

    /// <summary>What the word of an entry is about.</summary>
    public static Topic TopicsOf(ushort entry) => TopicsOfEntries[entry];

    public static NumberWord NumberOf(ushort entry) => Numbers[entry];

    /// <summary>One bit for each entry of a group or for a word of its own.</summary>
    public static ulong[] Bits(string term)
    {
        var bits = new ulong[(Count >> 6) + 1];
        var members = term.StartsWith('{')
            ? BuildingGroups.TryGetValue(term[1..^1], out var group) ? group : throw new InvalidOperationException($"No group {term}.")
            : [Entries[Plain(term)]];
        foreach (var entry in members)
        {
            bits[entry >> 6] |= 1UL << (entry & 63);
        }

        return bits;
    }

    /// <summary>A word the way a folded text shows it.</summary>
    public static string Plain(string word)
    {
        var folded = new FoldedText();
        folded.Read(word.Replace("'", "", StringComparison.Ordinal));
        return folded.Chars.ToString();
    }

    private static void AddGroup(string group, string words)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            AddToGroup(group, word);
        }
    }

    private static ushort AddToGroup(string group, string word)
    {
        if (!BuildingGroups.TryGetValue(group, out var members))
        {
            BuildingGroups[group] = members = [];
        }

        var entry = EntryFor(word);
        members.Add(entry);
        return entry;
    }

    private static void AddNumbers(NumberKind kind, string[] row, Dictionary<ushort, NumberWord> numbers)
    {
        var value = int.Parse(row[0], CultureInfo.InvariantCulture);
        foreach (var word in row.Skip(1))
        {
            var plain = Plain(word);
            var entry = EntryFor(plain);
            numbers.TryAdd(entry, new NumberWord(kind, value));
            if (kind != NumberKind.Sound)
            {
                AddToGroup("numeral", plain);
            }
        }
    }

    private static ushort EntryFor(string word)
    {
        var plain = word == "#" ? word : Plain(word);
        if (!Building.TryGetValue(plain, out var entry))
        {
            Building[plain] = entry = (ushort)(Building.Count + 1);
        }

        return entry;
    }
}
