using Microsoft.Extensions.Compliance.Redaction;

namespace SnoutOS.Web.Observability.Logging;

/// <summary>
/// Writes a telephone number in its short form, such as <c>•••• 1234</c>. Whatever it is given, no more than the last
/// four characters come out, and a short form comes out as it went in.
/// </summary>
public sealed class LastFourRedactor : Redactor
{
    private const string Mark = "••••";
    private const int Shown = 4;

    public override int GetRedactedLength(ReadOnlySpan<char> input) =>
        input.IsEmpty ? 0 : Tail(input) is { IsEmpty: false } tail ? Mark.Length + 1 + tail.Length : Mark.Length;

    public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        if (source.IsEmpty)
        {
            return 0;
        }

        Mark.CopyTo(destination);
        var tail = Tail(source);
        if (tail.IsEmpty)
        {
            return Mark.Length;
        }

        destination[Mark.Length] = ' ';
        tail.CopyTo(destination[(Mark.Length + 1)..]);
        return Mark.Length + 1 + tail.Length;
    }

    private static ReadOnlySpan<char> Tail(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim("• ");
        return trimmed[^Math.Min(Shown, trimmed.Length)..].TrimStart("• ");
    }
}
