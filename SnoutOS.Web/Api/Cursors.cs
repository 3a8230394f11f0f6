using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using SnoutOS.Domain.Inbox;

namespace SnoutOS.Web.Api;

/// <summary>Cursors as callers see them: base64url of the place after which a list goes on, and nothing to read in it.</summary>
public static class Cursors
{
    private const int InstantBytes = sizeof(long);
    private const int IdBytes = 16;

    public static string? Of(PageCursor? place)
    {
        if (place is null)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[InstantBytes + IdBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, place.At.UtcTicks);
        place.Id.TryWriteBytes(bytes[InstantBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static string Of(Guid id) => Base64Url.EncodeToString(id.ToByteArray());

    public static string Of(long sequence)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, sequence);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>No cursor reads as null, which is the beginning of the list. False for a cursor that we never gave out.</summary>
    public static bool TryRead(string? cursor, out PageCursor? place)
    {
        place = null;
        if (string.IsNullOrEmpty(cursor))
        {
            return true;
        }

        if (!TryDecode(cursor, InstantBytes + IdBytes, out var bytes)
            || BinaryPrimitives.ReadInt64BigEndian(bytes) is var ticks && (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks))
        {
            return false;
        }

        place = new PageCursor(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes.AsSpan(InstantBytes)));
        return true;
    }

    public static bool TryRead(string? cursor, out Guid? id)
    {
        var given = !string.IsNullOrEmpty(cursor);
        id = given && TryDecode(cursor!, IdBytes, out var bytes) ? new Guid(bytes) : null;
        return given == id.HasValue;
    }

    public static bool TryRead(string? cursor, out long? sequence)
    {
        var given = !string.IsNullOrEmpty(cursor);
        sequence = given && TryDecode(cursor!, sizeof(long), out var bytes) ? BinaryPrimitives.ReadInt64BigEndian(bytes) : null;
        return given == sequence.HasValue;
    }

    private static bool TryDecode(string cursor, int length, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = Base64Url.IsValid(cursor, out var decoded) && decoded == length ? Base64Url.DecodeFromChars(cursor) : null;
        return bytes is not null;
    }
}
