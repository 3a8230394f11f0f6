using System.Globalization;
using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Meaning;

/// <summary>
/// What was learned: how much each word, each pair of neighbours, each idea and each two ideas near one another speak for
/// a way around the business, and then for which. It is read from weights.txt, where a person can read it, too.
/// </summary>
internal sealed class MeaningModel
{
    /// <summary>Letters of words that tell something about unknown ones, too, from so many up to so many at a time.</summary>
    public const int FewestLetters = 4, MostLetters = 5;

    /// <summary>The weights of the file are in hundredths.</summary>
    public const double Unit = 100;

    public static readonly int TypeCount = Enum.GetValues<FindingType>().Length;

    private readonly HashIndex _index;
    private readonly HashIndex _stems;
    private readonly PairIndex _pairs;
    private readonly int[] _ideas;
    private readonly int[] _near;
    private readonly int[] _beside;

    /// <param name="lines">
    /// First the thresholds and what speaks for anything before a word is said, then a feature each, by its name, with
    /// what it adds; after tabs, for a finding at all and for each type.
    /// </param>
    public MeaningModel(IEnumerable<string> lines)
    {
        (_ideas, _near, _beside) = (new int[Ideas.Count], new int[Ideas.Count * Ideas.Count], new int[Ideas.Count * Ideas.Count]);
        var (weights, types, index, reasons) = (new List<int> { 0 }, new List<short[]> { new short[TypeCount] }, new Dictionary<ulong, int>(), new List<string> { "" });
        var (stems, pairs) = (new Dictionary<ulong, int>(), new List<(int First, int Second, int Feature)>());
        foreach (var line in lines)
        {
            var columns = line.Split('\t');
            var parts = columns[0].Split(' ');
            var numbers = columns.Skip(1).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            switch (parts[0])
            {
                case "look":
                    LookFrom = numbers[0];
                    break;
                case "flag":
                    FlagFrom = numbers[0];
                    break;
                case "block":
                    BlockFrom = numbers[0];
                    break;
                case "bias":
                    (Bias, TypeBias) = (numbers[0], numbers[1..]);
                    break;
                default:
                    Place(parts, weights.Count, index, stems, pairs);
                    weights.Add(numbers[0]);
                    types.Add([.. Enumerable.Range(1, TypeCount).Select(type => checked((short)(type < numbers.Length ? numbers[type] : 0)))]);
                    reasons.Add(parts[0] is "idea" or "near" or "beside" ? string.Join('-', parts.Skip(1).Select(idea => idea.StartsWith("say-", StringComparison.Ordinal) ? idea[4..] : idea).Distinct(StringComparer.Ordinal)) : "");
                    break;
            }
        }

        (_stems, _pairs) = (new HashIndex(stems), new PairIndex(pairs));
        (_index, Weights, Types, Reasons) = (new HashIndex(index), [.. weights], [.. types], [.. reasons]);
    }

    public static MeaningModel Learned { get; } = new(Resource.Lines("weights.txt"));

    public int Bias { get; private set; }

    public int[] TypeBias { get; private set; } = new int[TypeCount];

    /// <summary>A message is looked at closely from what its words say one by one.</summary>
    public int LookFrom { get; private set; }

    public int FlagFrom { get; private set; }

    public int BlockFrom { get; private set; }

    /// <summary>By feature: how much it speaks for a finding. Feature 0 is none.</summary>
    public int[] Weights { get; }

    /// <summary>By feature: how much it speaks for each type, once there is a finding.</summary>
    public short[][] Types { get; }

    /// <summary>By feature: the ideas that it is made of, as a rule names them; empty where it is made of words.</summary>
    public string[] Reasons { get; }

    public int Word(ulong stem) => _index.Find(stem * 3);

    /// <summary>The number of a stem, for <see cref="Pair"/>; 0 where it stands in none.</summary>
    public int Stem(ulong stem) => _stems.Find(stem);

    public int Pair(int first, int second) => _pairs.Find(first, second);

    public int Piece(ulong letters) => _index.Find(letters * 5);

    public int Idea(int idea) => _ideas[idea];

    /// <summary>One idea within a few words of another.</summary>
    public int Near(int first, int second) => _near[(first * Ideas.Count) + second];

    /// <summary>The same with one word between them at most.</summary>
    public int Beside(int first, int second) => _beside[(first * Ideas.Count) + second];

    private void Place(string[] parts, int feature, Dictionary<ulong, int> index, Dictionary<ulong, int> stems, List<(int First, int Second, int Feature)> pairs)
    {
        switch (parts[0])
        {
            case "word":
                index.Add(WordHash.Of(parts[1]) * 3, feature);
                break;
            case "pair":
                pairs.Add((Numbered(stems, parts[1]), Numbered(stems, parts[2]), feature));
                break;
            case "piece":
                index.Add(WordHash.Of(parts[1]) * 5, feature);
                break;
            case "idea":
                _ideas[Known(parts[1])] = feature;
                break;
            case "near":
                _near[(Known(parts[1]) * Ideas.Count) + Known(parts[2])] = feature;
                break;
            case "beside":
                _beside[(Known(parts[1]) * Ideas.Count) + Known(parts[2])] = feature;
                break;
            default:
                throw new FormatException($"No feature is called {parts[0]}.");
        }
    }

    private static int Known(string idea) => Ideas.Find(idea) is var found and > 0 ? found : throw new FormatException($"No idea is called {idea}.");

    private static int Numbered(Dictionary<ulong, int> stems, string stem)
    {
        var hash = WordHash.Of(stem);
        if (!stems.TryGetValue(hash, out var number))
        {
            stems[hash] = number = checked((ushort)(stems.Count + 1));
        }

        return number;
    }
}
