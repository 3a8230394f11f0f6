namespace SnoutOS.Tests;

public sealed class Smoke
{
    [Fact]
    public void The_suite_runs() => Assert.Equal(4, "snout"[1..].Length);
}
