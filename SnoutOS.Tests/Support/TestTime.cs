using Microsoft.Extensions.Time.Testing;

namespace SnoutOS.Tests.Support;

public static class TestTime
{
    /// <summary>A Wednesday noon in New York.</summary>
    public static DateTimeOffset Noon { get; } = new(2026, 3, 4, 17, 0, 0, TimeSpan.Zero);

    /// <summary>A clock that stands still until it is moved.</summary>
    public static FakeTimeProvider Clock() => new(Noon);
}
