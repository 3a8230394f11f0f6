using System.Buffers;
using System.Text;

namespace SnoutOS.Web.Twilio;

/// <summary>
/// The fields of a form post, read from its raw bytes: keys differ by case, a repeated key keeps all its values, and
/// nothing is trimmed, because the signature is made over exactly these fields.
/// </summary>
public sealed class TwilioForm
{
    public const int MaxBytes = 256 * 1024;

    // Twilio sends some thirty; the bound keeps an unsigned stranger from making us sort a hundred thousand.
    private const int MaxFields = 1000;

    private readonly List<KeyValuePair<string, string>> _fields = [];

    private TwilioForm()
    {
    }

    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>The first value of a key; null when it was not sent.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var (name, value) in _fields)
            {
                if (string.Equals(name, key, StringComparison.Ordinal))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>
    /// Reads any bytes without throwing: a percent sign that begins no escape stands for itself, and bytes that are no
    /// UTF-8 (an unpaired surrogate too) read as U+FFFD. Null when there is more of it than Twilio ever sends.
    /// </summary>
    public static TwilioForm? Parse(ReadOnlySpan<byte> body)
    {
        var form = new TwilioForm();
        if (body.Length > MaxBytes)
        {
            return null;
        }

        var decoded = ArrayPool<byte>.Shared.Rent(body.Length);
        try
        {
            foreach (var range in body.Split((byte)'&'))
            {
                form.Add(body[range], decoded);
                if (form._fields.Count > MaxFields)
                {
                    return null;
                }
            }

            return form;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(decoded);
        }
    }

    private void Add(ReadOnlySpan<byte> pair, Span<byte> buffer)
    {
        if (pair.IsEmpty)
        {
            return;
        }

        var equals = pair.IndexOf((byte)'=');
        var key = equals < 0 ? pair : pair[..equals];
        var value = equals < 0 ? [] : pair[(equals + 1)..];
        _fields.Add(new(Decode(key, buffer), Decode(value, buffer)));
    }

    private static string Decode(ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            buffer[length++] = text[at] switch
            {
                (byte)'+' => (byte)' ',
                (byte)'%' when TryEscape(text, ref at, out var escaped) => escaped,
                var plain => plain,
            };
        }

        return Encoding.UTF8.GetString(buffer[..length]);
    }

    private static bool TryEscape(ReadOnlySpan<byte> text, ref int at, out byte escaped)
    {
        escaped = 0;
        if (at + 2 >= text.Length || !char.IsAsciiHexDigit((char)text[at + 1]) || !char.IsAsciiHexDigit((char)text[at + 2]))
        {
            return false;
        }

        escaped = (byte)(HexValue(text[at + 1]) << 4 | HexValue(text[at + 2]));
        at += 2;
        return true;
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
