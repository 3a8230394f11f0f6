using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SnoutOS.Domain.Bookings;

namespace SnoutOS.Domain.Imports;

/// <summary>
/// What makes importing a file again safe: the id of an imported booking follows from what the file says, so that it is
/// found again, also after it was moved, and two imports at once cannot both write it.
/// </summary>
internal static class ImportKey
{
    private const int IdBytes = 16;

    public static Guid Of(Guid organizationId, Guid clientId, BookingLine line)
    {
        var text = line.Uid.Length > 0
            ? $"uid:{line.Uid}"
            : $"row:{clientId:N}|{ServiceList.CodeOf(line.Service)}|{TextOf(line.StartsAt)}|{TextOf(line.EndsAt)}|{line.Recurrence}";
        var hash = SHA256.HashData([.. organizationId.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(text)]);

        // Version 8 of RFC 9562: an id by a rule of one's own.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, IdBytes), bigEndian: true);
    }

    private static string TextOf(VisitTime time) => time switch
    {
        VisitTime.OnTheClock clock => clock.Local.ToString("s", CultureInfo.InvariantCulture),
        VisitTime.At at => at.Instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        VisitTime.WithOffset offset => offset.Written.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException("A time of no known kind.", nameof(time)),
    };
}
