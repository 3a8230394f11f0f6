namespace SnoutOS.Web.Observability.Logging;

/// <summary>
/// Stands in for an exception whose text quotes a telephone number, as those of databases and parsers may. It prints
/// what the other would have printed, masked.
/// </summary>
internal sealed class MaskedException : Exception
{
    private readonly string _text;

    private MaskedException(string message, string text)
        : base(message) => _text = text;

    /// <summary>The exception itself when its whole text, inner ones included, holds no number.</summary>
    public static Exception? Of(Exception? failure)
    {
        if (failure is null)
        {
            return null;
        }

        var text = failure.ToString();
        var masked = NumberNet.Mask(text);
        return ReferenceEquals(masked, text) ? failure : new MaskedException(NumberNet.Mask(failure.Message), masked);
    }

    public override string ToString() => _text;
}
