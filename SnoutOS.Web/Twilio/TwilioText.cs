using System.Globalization;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Twilio;

/// <summary>How Twilio writes what we keep in types of our own.</summary>
internal static class TwilioText
{
    /// <summary>Twilio's error code of a message whose validity ran out in its queue.</summary>
    private const int ValidityRanOut = 30036;

    /// <summary>Twilio's word for a status; null when it is a word of tomorrow.</summary>
    public static MessageStatus? Status(string? word, int? errorCode) => word switch
    {
        "queued" or "accepted" or "scheduled" => MessageStatus.Queued,
        "sending" => MessageStatus.Sending,
        // Partially delivered: some segments arrived. Not a failure, and not what "delivered" promises.
        "sent" or "partially_delivered" => MessageStatus.Sent,
        "delivered" or "read" => MessageStatus.Delivered,
        "undelivered" => MessageStatus.Undelivered,
        "failed" => errorCode == ValidityRanOut ? MessageStatus.Expired : MessageStatus.Failed,
        "canceled" => MessageStatus.Failed,
        "received" or "receiving" => MessageStatus.Received,
        _ => null,
    };

    /// <summary>An RFC 2822 date such as <c>Thu, 24 Aug 2023 05:01:45 +0000</c>; null when it is none.</summary>
    public static DateTimeOffset? Date(string? text)
    {
        // The name of the day says nothing that the date does not.
        var date = text?[(text.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim().Replace("GMT", "+0000", StringComparison.Ordinal);
        return DateTimeOffset.TryParseExact(
            date, "d MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var read)
            ? read
            : null;
    }

    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Without the zero bytes that no database text takes.</summary>
    public static string Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal) ?? "";
}
