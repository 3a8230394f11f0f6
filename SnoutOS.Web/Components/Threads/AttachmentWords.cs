using System.Globalization;

namespace SnoutOS.Web.Components.Threads;

public static class AttachmentWords
{
    private const double BytesPerKilobyte = 1024;

    public static string Size(long bytes) => bytes < BytesPerKilobyte * BytesPerKilobyte
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(bytes / BytesPerKilobyte))} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / BytesPerKilobyte / BytesPerKilobyte:0.0} MB");

    public static string Kind(string contentType) => contentType switch
    {
        "application/pdf" => "PDF document",
        "text/vcard" or "text/x-vcard" => "Contact card",
        _ when contentType.StartsWith("audio/", StringComparison.Ordinal) => "Audio",
        _ when contentType.StartsWith("video/", StringComparison.Ordinal) => "Video",
        _ => "File",
    };
}
