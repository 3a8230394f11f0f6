using System.Text;
using Microsoft.AspNetCore.Components.Forms;

namespace SnoutOS.Web.Components.Imports;

/// <summary>A file that somebody chose: what it says, or one sentence on why it cannot be read.</summary>
public sealed record ImportFile(string Name, string Text, string? Refusal)
{
    public const int MaxBytes = 2 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<ImportFile> ReadAsync(IBrowserFile file, CancellationToken cancellationToken)
    {
        if (file.Size > MaxBytes)
        {
            return new ImportFile(file.Name, "", "This file is larger than 2 MB. Take it in pieces.");
        }

        await using var stream = file.OpenReadStream(MaxBytes, cancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return Read(file.Name, bytes.ToArray());
    }

    public static ImportFile Read(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK"u8))
        {
            return new ImportFile(name, "", "This is a workbook, not a CSV file. In Excel or Numbers, save it as “CSV UTF-8” and choose that file.");
        }

        if (bytes.Trim((byte)' ').IsEmpty)
        {
            return new ImportFile(name, "", "This file is empty.");
        }

        try
        {
            return new ImportFile(name, Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes), Refusal: null);
        }
        catch (DecoderFallbackException)
        {
            return new ImportFile(name, "", "The letters of this file cannot be read. Save it as “CSV UTF-8” and choose it again.");
        }
    }
}
