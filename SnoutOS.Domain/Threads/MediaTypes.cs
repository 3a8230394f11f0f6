using System.Text;

namespace SnoutOS.Domain.Threads;

/// <summary>Which attachments are taken, judged by their first bytes and never by their name or header.</summary>
public static class MediaTypes
{
    /// <summary>The most that a carrier takes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>The content type that the bytes show; null for anything that is not taken (pages, scripts, programs).</summary>
    public static string? Sniff(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] when bytes.Length >= 12 => Brand(bytes[8..12]),
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => "audio/amr",
        [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFB, ..] => "audio/mpeg",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "audio/ogg",
        _ when StartsWith(bytes, "BEGIN:VCARD") => "text/vcard",
        _ => null,
    };

    /// <summary>Whether a browser may show it inside the page.</summary>
    public static bool IsPicture(string contentType) => contentType is "image/jpeg" or "image/png" or "image/gif" or "image/webp";

    private static string? Brand(ReadOnlySpan<byte> brand) => Encoding.ASCII.GetString(brand) switch
    {
        "heic" or "heix" or "mif1" or "hevc" => "image/heic",
        "avif" => "image/avif",
        ['3', 'g', ..] => "video/3gpp",
        "qt  " => "video/quicktime",
        "M4A " => "audio/mp4",
        "isom" or "iso2" or "mp41" or "mp42" or "avc1" or "MSNV" or "dash" => "video/mp4",
        _ => null,
    };

    private static bool StartsWith(ReadOnlySpan<byte> bytes, string text) =>
        bytes.Length >= text.Length && Encoding.ASCII.GetString(bytes[..text.Length]).Equals(text, StringComparison.OrdinalIgnoreCase);
}
