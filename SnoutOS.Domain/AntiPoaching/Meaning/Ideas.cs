using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Meaning;

/// <summary>
/// What words and sayings stand for: the office, money, secrecy, a place in the house. An idea is a small number from one
/// up; the ideas of one word are packed into one number, a byte each.
/// </summary>
internal static class Ideas
{
    /// <summary>So many ideas may one word carry; further ones are left out.</summary>
    public const int Most = 8;

    /// <summary>The node that every saying starts from.</summary>
    public const int Root = 0;

    /// <summary>Any one word may stand here.</summary>
    private static readonly ulong AnyWord = WordHash.Of("*");

    private static readonly List<string> NameList = [""];
    private static readonly HashIndex Words;
    private static readonly List<ulong> Packed = [0];
    private static readonly List<ulong> NextBits = [0];
    private static readonly HashIndex Steps;
    private static readonly byte[] Ends;
    private static readonly ulong[] Next;
    private static readonly bool[] Any;

    static Ideas()
    {
        var words = new Dictionary<ulong, int>();
        foreach (var line in Resource.Lines("concepts.txt"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var idea = Named(parts[0]);
            foreach (var word in parts.Skip(1).Select(Lexicon.Plain))
            {
                var place = Place(words, WordHash.Of(word));
                Packed[place] = With(Packed[place], idea);
            }
        }

        var (steps, ends) = (new Dictionary<ulong, int>(), new List<byte> { 0 });
        foreach (var line in Resource.Lines("idioms.txt"))
        {
            var colon = line.IndexOf(':');
            var idea = Named($"say-{line[..colon]}");
            foreach (var saying in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                Teach(saying, idea, steps, ends);
            }
        }

        (Words, Steps, Ends) = (new HashIndex(words), new HashIndex(steps), [.. ends]);
        Next = [.. NextBits];
        Any = [.. ends.Select((_, node) => Steps.Find(Key(node, AnyWord)) != 0)];
    }

    /// <summary>One more than there are.</summary>
    public static int Count => NameList.Count;

    public static string NameOf(int idea) => NameList[idea];

    public static int Find(string name) => NameList.IndexOf(name);

    /// <summary>The ideas of a word, packed.</summary>
    public static ulong Of(ulong word) => Packed[Words.Find(word)];

    /// <summary>Where in a saying one comes to with this word, or 0.</summary>
    public static int Step(int node, ulong word) => (Next[node] & BitOf(word)) == 0 ? 0 : Steps.Find(Key(node, word));

    /// <summary>The same where the saying takes any word.</summary>
    public static int StepOver(int node) => Steps.Find(Key(node, AnyWord));

    /// <summary>Whether some saying goes on from here.</summary>
    public static bool GoesOn(int node) => Next[node] != 0;

    /// <summary>Whether some saying takes any word here.</summary>
    public static bool TakesAny(int node) => Any[node];

    /// <summary>The idea of a saying that is complete here, or 0.</summary>
    public static byte At(int node) => Ends[node];

    /// <summary>One more idea, if there is room and it is new.</summary>
    public static ulong With(ulong packed, byte idea)
    {
        var room = 0;
        for (; room < Most && (packed >> (8 * room)) != 0; room++)
        {
            if ((byte)(packed >> (8 * room)) == idea)
            {
                return packed;
            }
        }

        return room == Most ? packed : packed | ((ulong)idea << (8 * room));
    }

    private static void Teach(string saying, byte idea, Dictionary<ulong, int> steps, List<byte> ends)
    {
        var node = Root;
        foreach (var word in saying.Split(' '))
        {
            var key = Key(node, word == "*" ? AnyWord : WordHash.Of(Lexicon.Plain(word)));
            if (!steps.TryGetValue(key, out var next))
            {
                steps[key] = next = ends.Count;
                ends.Add(0);
                NextBits.Add(0);
            }

            NextBits[node] |= word == "*" ? ulong.MaxValue : BitOf(WordHash.Of(Lexicon.Plain(word)));
            node = next;
        }

        ends[node] = idea;
    }

    private static byte Named(string name)
    {
        NameList.Add(name);
        return checked((byte)(NameList.Count - 1));
    }

    private static int Place(Dictionary<ulong, int> words, ulong word)
    {
        if (!words.TryGetValue(word, out var place))
        {
            words[word] = place = Packed.Count;
            Packed.Add(0);
        }

        return place;
    }

    private static ulong BitOf(ulong word) => 1UL << (int)(word >> 9 & 63);

    private static ulong Key(int node, ulong word) => (word + (ulong)node) * 0x9E3779B97F4A7C15 ^ (word >> 31);
}
