using System.Globalization;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Components.Threads;

/// <summary>Tells the length of a text the way it is billed: in segments, and what is left in the last one.</summary>
public static class CountWords
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-US");

    public static string Of(string text)
    {
        if (text.Length > MessageSender.MaxBodyLength)
        {
            return string.Create(Culture, $"{text.Length - MessageSender.MaxBodyLength:N0} characters too many");
        }

        var measure = SmsSegments.Measure(text);
        var texts = measure.Segments == 1 ? "1 text" : string.Create(Culture, $"{measure.Segments} texts");
        return string.Create(Culture, $"{texts} · {measure.UnitsLeftInSegment} left");
    }
}
