namespace SnoutOS.Domain.Threads;

/// <summary>
/// Tells an attachment's type by its first bytes, never by its name or header. What a browser might run (HTML, SVG,
/// script) has no type here and is not taken.
/// </summary>
public static class MediaTypes
{
    /// <summary>The most that a carrier takes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Whether a browser may show it inside the page.</summary>
    public static bool IsPicture(string contentType) => contentType is "image/jpeg" or "image/png" or "image/gif" or "image/webp";

    /// <summary>The content type that the bytes show; null for anything that is not taken.</summary>
    public static string? Sniff(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        _ when bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) => "image/gif",
        _ when bytes.StartsWith("RIFF"u8) && At(bytes, 8, "WEBP"u8) => "image/webp",
        _ when bytes.StartsWith("%PDF-"u8) => "application/pdf",
        _ when bytes.StartsWith("#!AMR"u8) => "audio/amr",
        _ when bytes.StartsWith("OggS"u8) => "audio/ogg",
        _ when bytes.StartsWith("ID3"u8) || IsMp3Frame(bytes) => "audio/mpeg",
        _ when IsVCard(bytes) => "text/vcard",
        _ when At(bytes, 4, "ftyp"u8) && bytes.Length >= 12 => TypeOfBrand(bytes[8..12]),
        _ => null,
    };

    private static string? TypeOfBrand(ReadOnlySpan<byte> brand) => brand switch
    {
        _ when brand.StartsWith("3g"u8) => "video/3gpp",
        _ when brand.SequenceEqual("M4A "u8) => "audio/mp4",
        _ when brand.SequenceEqual("qt  "u8) => "video/quicktime",
        _ when IsOneOf(brand, "heicheixheimheishevchevxmif1msf1"u8) => "image/heic",
        _ when IsOneOf(brand, "isomiso2iso4iso5iso6mp41mp42avc1dashM4V M4VHM4VP"u8) => "video/mp4",
        _ => null,
    };

    private static bool IsOneOf(ReadOnlySpan<byte> brand, ReadOnlySpan<byte> brands)
    {
        for (; !brands.IsEmpty; brands = brands[4..])
        {
            if (brands.StartsWith(brand))
            {
                return true;
            }
        }

        return false;
    }

    // Eleven set bits, a known MPEG version, layer III.
    private static bool IsMp3Frame(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, var second, _, _, ..] && (second & 0xE0) == 0xE0 && (second & 0x18) != 0x08 && (second & 0x06) == 0x02;

    private static bool IsVCard(ReadOnlySpan<byte> bytes)
    {
        var text = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        return text.StartsWith("BEGIN:VCARD\r"u8) || text.StartsWith("BEGIN:VCARD\n"u8);
    }

    private static bool At(ReadOnlySpan<byte> bytes, int offset, ReadOnlySpan<byte> mark) =>
        bytes.Length >= offset + mark.Length && bytes[offset..].StartsWith(mark);
}
