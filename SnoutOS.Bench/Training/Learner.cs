namespace SnoutOS.Bench.Training;

/// <summary>
/// Logistic regression by steps in the order of a seeded shuffle, each over a random half of the features that are there,
/// so that no single word has to carry a message; the weights of the second half of the rounds are averaged. Where runs
/// count, the words of the best one teach twice as much as the others. The same examples give the same weights.
/// </summary>
internal sealed class Learner(IReadOnlyList<int[][]> examples, float[] scales)
{
    private const int Rounds = 24;
    private const float Rate = .05f;
    private const float Decay = 1e-4f;
    private const float Settled = 1e-4f;

    /// <summary>How much each feature speaks for it, and what speaks for it before anything is said.</summary>
    public (float[] Weights, float Bias) Learn(IReadOnlyList<bool> isIt, IReadOnlyList<float> importance, ulong seed, bool byRuns)
    {
        var (weights, steps, kept) = (new float[scales.Length], new float[scales.Length], new double[scales.Length]);
        var (bias, biasSteps, biasKept) = (0f, 0f, 0d);
        var (random, said) = (new Dice(seed), new HalfHeard());
        var order = Enumerable.Range(0, examples.Count).Where(example => importance[example] > 0).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var example in order)
            {
                said.Read(examples[example], weights, scales, random);
                var sure = 1 / (1 + MathF.Exp(-(bias + said.Total(byRuns))));
                var slope = (sure - (isIt[example] ? 1 : 0)) * importance[example];
                biasSteps += slope * slope;
                bias -= Rate * slope / MathF.Sqrt(biasSteps + Settled);
                foreach (var (feature, word) in said.Features)
                {
                    var step = (slope * said.Share(word, byRuns) * scales[feature]) + (Decay * weights[feature]);
                    steps[feature] += step * step;
                    weights[feature] -= Rate * step / MathF.Sqrt(steps[feature] + Settled);
                }
            }

            if (round >= Rounds / 2)
            {
                biasKept += bias;
                for (var feature = 0; feature < kept.Length; feature++)
                {
                    kept[feature] += weights[feature];
                }
            }
        }

        const double Averaged = Rounds - (Rounds / 2);
        return ([.. kept.Select((weight, feature) => (float)(weight / Averaged * scales[feature]))], (float)(biasKept / Averaged));
    }
}
