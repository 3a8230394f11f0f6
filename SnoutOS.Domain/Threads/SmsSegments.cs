using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SnoutOS.Domain.Threads;

public enum SmsEncoding
{
    Gsm7,
    Ucs2,
}

/// <summary>
/// How a body travels. Units are septets for GSM-7 and UTF-16 code units for UCS-2; what is left is left in the
/// last segment.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SmsMeasure(int Segments, SmsEncoding Encoding, int UnitsUsed, int UnitsLeftInSegment);

/// <summary>
/// Counts the SMS segments of a body, as carriers bill them (3GPP 23.038): one character outside the GSM alphabet
/// turns the whole body into UCS-2, and a body of several segments gives six octets of each to its header.
/// </summary>
public static class SmsSegments
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
        + "abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> Gsm = SearchValues.Create(Basic + Extended);

    private static readonly SearchValues<char> TwoSeptets = SearchValues.Create(Extended);

    private static readonly Capacity Gsm7 = new(SmsEncoding.Gsm7, Alone: 160, InSeries: 153);

    private static readonly Capacity Ucs2 = new(SmsEncoding.Ucs2, Alone: 70, InSeries: 67);

    /// <summary>How many segments the body takes; an empty one takes one.</summary>
    public static int Count(string body) => Measure(body).Segments;

    public static SmsMeasure Measure(string body)
    {
        var capacity = body.AsSpan().ContainsAnyExcept(Gsm) ? Ucs2 : Gsm7;
        var used = capacity.Encoding is SmsEncoding.Gsm7 ? Septets(body) : body.Length;
        return used <= capacity.Alone
            ? new SmsMeasure(1, capacity.Encoding, used, capacity.Alone - used)
            : Series(body, capacity, used);
    }

    private static int Septets(ReadOnlySpan<char> body)
    {
        var septets = body.Length;
        foreach (var character in body)
        {
            septets += TwoSeptets.Contains(character) ? 1 : 0;
        }

        return septets;
    }

    // What a reader sees as one character never straddles two segments: it moves to the next one as a whole.
    private static SmsMeasure Series(ReadOnlySpan<char> body, Capacity capacity, int used)
    {
        var segments = 1;
        var filled = 0;
        while (!body.IsEmpty)
        {
            var length = capacity.Encoding is SmsEncoding.Gsm7 ? 1 : WholeCharacter(body);
            var units = capacity.Encoding is SmsEncoding.Gsm7 && TwoSeptets.Contains(body[0]) ? 2 : length;
            if (filled + units > capacity.InSeries)
            {
                segments++;
                filled = 0;
            }

            filled += units;
            body = body[length..];
        }

        return new SmsMeasure(segments, capacity.Encoding, used, capacity.InSeries - filled);
    }

    private static int WholeCharacter(ReadOnlySpan<char> body)
    {
        var length = StringInfo.GetNextTextElementLength(body);
        return length > Ucs2.InSeries || body[0] is '\r' ? 1 : length;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Capacity(SmsEncoding Encoding, int Alone, int InSeries);
}
