using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Persistence;

/// <summary>How values are stored, said once for every property of their type.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<PhoneNumber>().HaveConversion<PhoneNumberConverter>().HaveMaxLength(16).AreUnicode(false);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32).AreUnicode(false);
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        conventions.Properties<string>().HaveMaxLength(200);
    }

    private sealed class PhoneNumberConverter()
        : ValueConverter<PhoneNumber, string>(number => number.E164, text => PhoneNumber.Parse(text, null));

    /// <summary>UTC, truncated to microseconds: SQLite cannot order offsets, PostgreSQL keeps no finer ticks.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => Truncate(instant),
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
    {
        private static DateTime Truncate(DateTimeOffset instant) =>
            new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
    }
}
