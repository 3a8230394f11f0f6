using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SnoutOS.Domain.Persistence;

/// <summary>How a time on the business's own wall clock is stored: as it would be written down, without a zone.</summary>
internal static class WallClock
{
    public const int Length = 19;

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss";

    public static ValueConverter<DateTime, string> Converter { get; } = new(
        local => local.ToString(Format, CultureInfo.InvariantCulture),
        stored => DateTime.ParseExact(stored, Format, CultureInfo.InvariantCulture));
}
