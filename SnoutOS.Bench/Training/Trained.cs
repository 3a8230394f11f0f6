using System.Globalization;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.AntiPoaching.Meaning;

namespace SnoutOS.Bench.Training;

/// <summary>Weights by the names of features, rounded as the file has them.</summary>
internal sealed class Trained
{
    /// <summary>A feature that fewer examples have teaches nothing about other messages.</summary>
    private const int FewestExamples = 2;

    /// <summary>Weights of less, in hundredths, are left out.</summary>
    private const int Least = 5;

    private const float SpelledOut = .1f;

    /// <summary>What people write one another elsewhere is about money and telephones for other reasons.</summary>
    private const float Elsewhere = .3f;
    private const int Seed = 20261124;

    private readonly Dictionary<string, int[]> _weights = new(StringComparer.Ordinal);
    private int[] _bias = [];

    public int Count => _weights.Count;

    public static Trained On(IReadOnlyList<Example> examples, bool withTypes)
    {
        var trained = new Trained();
        var index = IndexOf(examples);
        var names = index.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToArray();
        var rows = examples.Select(example => example.Features.Select(word => word.Where(index.ContainsKey).Select(feature => index[feature]).ToArray()).ToArray()).ToList();
        var learner = new Learner(rows, [.. names.Select(ScaleOf)]);
        var importance = examples.Select(example => example.IsSpelledOut ? SpelledOut : example.IsElsewhere ? Elsewhere : 1).ToList();
        var (weights, bias) = learner.Learn([.. examples.Select(example => example.IsEvasion)], importance, Seed, byRuns: true);
        var columns = new List<float[]> { weights };
        trained._bias = [Hundredths(bias)];
        if (withTypes)
        {
            foreach (var type in Enum.GetValues<FindingType>())
            {
                var (typeWeights, typeBias) = learner.Learn([.. examples.Select(example => example.Entry.Types.Contains(type))], [.. examples.Select(example => example.IsEvasion ? 1f : 0)], Seed + 1 + (ulong)type, byRuns: false);
                columns.Add([.. typeWeights.Select((weight, feature) => names[feature].StartsWith("piece ", StringComparison.Ordinal) ? 0 : weight)]);
                trained._bias = [.. trained._bias, Hundredths(typeBias)];
            }
        }

        for (var feature = 0; feature < names.Length; feature++)
        {
            if (Math.Abs(Hundredths(weights[feature])) >= Least)
            {
                trained._weights[names[feature]] = [.. columns.Select(column => Hundredths(column[feature]))];
            }
        }

        return trained;
    }

    /// <summary>What the model says to an example, in hundredths.</summary>
    public int Score(Example example) => _bias[0] + Sum(example.Features);

    /// <summary>What the words say one by one.</summary>
    public int Glance(Example example) => Sum(example.AtAGlance);

    public IEnumerable<string> Lines(int lookFrom, int flagFrom, int blockFrom)
    {
        yield return Line("look", [lookFrom]);
        yield return Line("flag", [flagFrom]);
        yield return Line("block", [blockFrom]);
        yield return Line("bias", _bias);
        foreach (var (feature, weights) in _weights.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return Line(feature, weights);
        }
    }

    private int Sum(string[][] words)
    {
        var said = new BestRun();
        foreach (var word in words)
        {
            said.Add(word.Sum(Weight));
        }

        return said.Total;
    }

    private int Weight(string feature) => _weights.TryGetValue(feature, out var weights) ? weights[0] : 0;

    private static string Line(string name, int[] numbers)
    {
        var used = numbers.Length;
        while (used > 1 && numbers[used - 1] == 0)
        {
            used--;
        }

        return $"{name}\t{string.Join('\t', numbers.Take(used).Select(number => number.ToString(CultureInfo.InvariantCulture)))}";
    }

    private static Dictionary<string, int> IndexOf(IReadOnlyList<Example> examples) => examples
        .SelectMany(example => example.Features.SelectMany(word => word).Distinct(StringComparer.Ordinal))
        .CountBy(feature => feature, StringComparer.Ordinal)
        .Where(pair => pair.Value >= FewestExamples)
        .Select(pair => pair.Key)
        .Order(StringComparer.Ordinal)
        .Select((feature, number) => (feature, number))
        .ToDictionary(pair => pair.feature, pair => pair.number, StringComparer.Ordinal);

    /// <summary>How readily a kind of feature is believed. Who refuses, or tells of others, uses the same words; few examples have to teach that.</summary>
    private static float ScaleOf(string feature) => feature[..feature.IndexOf(' ')] switch
    {
        _ when feature is "idea say-refuse" or "idea say-reported" or "idea say-throughoffice" => 3,
        "near" => .4f,
        "beside" => .7f,
        "piece" => .3f,
        _ => 1,
    };

    private static int Hundredths(float weight) => (int)MathF.Round(weight * (float)MeaningModel.Unit);
}
