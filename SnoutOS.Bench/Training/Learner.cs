namespace SnoutOS.Bench.Training;

/// <summary>
/// Logistic regression by steps in the order of a seeded shuffle, each over a random half of the features that are there,
/// so that no single word has to carry a message; the weights of the second half of the rounds are averaged. The same
/// examples give the same weights.
/// </summary>
internal sealed class Learner(IReadOnlyList<int[]> examples, float[] scales)
{
    private const int Rounds = 24;
    private const float Rate = .05f;
    private const float Decay = 1e-4f;
    private const float Dropped = .5f;
    private const float Settled = 1e-4f;

    /// <summary>How much each feature speaks for it, and what speaks for it before anything is said.</summary>
    public (float[] Weights, float Bias) Learn(IReadOnlyList<bool> isIt, IReadOnlyList<float> importance, ulong seed)
    {
        var (weights, steps, kept) = (new float[scales.Length], new float[scales.Length], new double[scales.Length]);
        var (bias, biasSteps, biasKept) = (0f, 0f, 0d);
        var random = new Dice(seed);
        var order = Enumerable.Range(0, examples.Count).Where(example => importance[example] > 0).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var example in order)
            {
                var said = random.Some(examples[example], 1 - Dropped);
                var sum = 0f;
                foreach (var feature in said)
                {
                    sum += weights[feature] * scales[feature];
                }

                var sure = 1 / (1 + MathF.Exp(-(bias + (sum / (1 - Dropped)))));
                var slope = (sure - (isIt[example] ? 1 : 0)) * importance[example];
                biasSteps += slope * slope;
                bias -= Rate * slope / MathF.Sqrt(biasSteps + Settled);
                foreach (var feature in said)
                {
                    var step = (slope * scales[feature]) + (Decay * weights[feature]);
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

    /// <summary>Random numbers that are the same everywhere.</summary>
    private sealed class Dice(ulong seed)
    {
        private ulong _state = seed;
        private int[] _said = new int[1_024];

        public void Shuffle(int[] items)
        {
            for (var index = items.Length - 1; index > 0; index--)
            {
                var other = (int)(Next() % (ulong)(index + 1));
                (items[index], items[other]) = (items[other], items[index]);
            }
        }

        public ReadOnlySpan<int> Some(int[] items, float share)
        {
            _said = _said.Length < items.Length ? new int[items.Length] : _said;
            var (limit, count) = ((uint)(share * uint.MaxValue), 0);
            foreach (var item in items)
            {
                if ((uint)Next() <= limit)
                {
                    _said[count++] = item;
                }
            }

            return _said.AsSpan(0, count);
        }

        private ulong Next()
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
