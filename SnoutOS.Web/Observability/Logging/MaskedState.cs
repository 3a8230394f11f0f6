using System.Collections;
using System.Globalization;

namespace SnoutOS.Web.Observability.Logging;

/// <summary>The message and values of a log event or a scope, free of telephone numbers.</summary>
internal sealed class MaskedState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly string _text;
    private readonly List<KeyValuePair<string, object?>> _values;

    private MaskedState(string text, List<KeyValuePair<string, object?>> values) => (_text, _values) = (text, values);

    public int Count => _values.Count;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    /// <summary>Null when there was nothing to mask and the state can go on as it is.</summary>
    public static MaskedState? Of(object? state, string text)
    {
        List<KeyValuePair<string, object?>> values = [];
        HashSet<string>? counts = null;
        var changed = false;
        if (state is IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            foreach (var (name, value) in pairs)
            {
                if (value is int or long or uint or ulong)
                {
                    (counts ??= new(StringComparer.Ordinal)).Add(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                }

                var safe = Safe(value);
                changed |= !ReferenceEquals(safe, value);
                values.Add(new(name, safe));
            }
        }

        var masked = NumberNet.Mask(text, counts);
        return changed || !ReferenceEquals(masked, text) ? new MaskedState(masked, values) : null;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => _text;

    /// <summary>Counts, instants and ids keep their type; whatever would be written as text is looked at as text.</summary>
    private static object? Safe(object? value)
    {
        if (value is null or Enum or decimal or Guid or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan || value.GetType().IsPrimitive)
        {
            return value;
        }

        var text = value as string ?? value.ToString() ?? "";
        var masked = NumberNet.Mask(text);
        return ReferenceEquals(masked, text) ? value : masked;
    }
}
