namespace SnoutOS.Web.Twilio;

/// <summary>Reads an answer up to a size and no further, whatever length it announces.</summary>
internal static class BoundedBody
{
    public const int MaxJson = 8 * 1024 * 1024;

    /// <summary>The whole body, or null when it is larger than <paramref name="max"/> bytes.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int max, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > max)
        {
            return null;
        }

        using var kept = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (kept.Length + read > max)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
