namespace SnoutOS.Domain.AntiPoaching.Meaning;

/// <summary>
/// What is meant rather than spelled out: the model says how much a message speaks for a way around the business, and
/// once it does, for which.
/// </summary>
internal sealed class MeaningFinder
{
    /// <summary>A type that the model gives an even chance is named beside the likeliest.</summary>
    private const int Even = 0;

    private static readonly string[] Families = ["phone", "email", "url", "social", "payment", "solicitation"];

    private readonly MeaningModel _model;
    private readonly MeaningText _text;
    private readonly MeaningScore _score;
    private readonly int[] _types = new int[MeaningModel.TypeCount];

    public MeaningFinder(MeaningModel model)
    {
        _model = model;
        _text = new MeaningText(model);
        _score = new MeaningScore(model);
    }

    public void Find(MessageReading reading, FindingList findings)
    {
        if (_text.Glance(reading.Text) < _model.LookFrom)
        {
            return;
        }

        _text.Read(reading.Text);
        _score.Read(_text.Words);
        if (_score.Total < _model.FlagFrom || _text.Count == 0)
        {
            return;
        }

        var likeliest = Weigh();
        var (first, last) = Place();
        for (var type = 0; type < _types.Length; type++)
        {
            if ((type == likeliest || _types[type] > Even) && !findings.Has((FindingType)type) && !(reading.NamesAllowed && type <= (int)FindingType.Url))
            {
                findings.Add((FindingType)type, reading, _text.Words[first].Token, _text.Words[last].Token, Sure(), $"{Families[type]}.{Reason()}");
            }
        }
    }

    /// <summary>The threshold to flag is where confidence begins to count, the one to block where it is enough for that.</summary>
    private double Sure()
    {
        var beyond = (double)(_score.Total - _model.FlagFrom) / Math.Max(1, _model.BlockFrom - _model.FlagFrom);
        return Math.Min(.98, PoachingPolicy.FlagFrom + (beyond * (PoachingPolicy.BlockFrom - PoachingPolicy.FlagFrom)));
    }

    private int Weigh()
    {
        _model.TypeBias.CopyTo(_types, 0);
        foreach (var feature in _score.Fired)
        {
            var weights = _model.Types[feature];
            for (var type = 0; type < _types.Length; type++)
            {
                _types[type] += weights[type];
            }
        }

        return Array.IndexOf(_types, _types.Max());
    }

    /// <summary>The words that add most, next to one another.</summary>
    private (int First, int Last) Place()
    {
        var (best, from, to) = (int.MinValue, 0, 0);
        var (sum, start) = (0, 0);
        for (var index = 0; index < _text.Count; index++)
        {
            (sum, start) = sum > 0 ? (sum, start) : (0, index);
            sum += _score.Added[index];
            if (sum > best)
            {
                (best, from, to) = (sum, start, index);
            }
        }

        return (from, to);
    }

    /// <summary>What spoke most clearly, by the name of its ideas.</summary>
    private string Reason()
    {
        var clearest = 0;
        foreach (var feature in _score.Fired)
        {
            clearest = _model.Reasons[feature].Length > 0 && _model.Weights[feature] > _model.Weights[clearest] ? feature : clearest;
        }

        return clearest == 0 ? "meaning" : _model.Reasons[clearest];
    }
}
