using FsCheck.Xunit;

namespace SnoutOS.Tests.Support;

/// <summary>
/// A property over made-up cases. The same ones are made up each time, so that nobody's change fails for a fault that
/// was there before; <c>SNOUT_TEST_SEEDS=fresh</c> makes up others, which is how such faults are found.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
#pragma warning disable xUnit3003 // The attribute that this one extends takes no source information either.
public sealed class SeededPropertyAttribute : PropertyAttribute
#pragma warning restore xUnit3003
{
    private const string UsualSeed = "2026030417000000001,2026010405300000001";

    public SeededPropertyAttribute()
    {
        if (Environment.GetEnvironmentVariable("SNOUT_TEST_SEEDS") != "fresh")
        {
            Replay = UsualSeed;
        }
    }
}
