using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Access;

/// <summary>Five wrong passwords in a row lock an account for fifteen minutes.</summary>
public static class LockOut
{
    public const int Failures = 5;

    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(15);

    public static bool IsLockedOut(this User user, DateTimeOffset now) => user.LockoutEnd > now;

    /// <summary>Counts a wrong password and says whether it was the last that was allowed.</summary>
    public static bool CountFailure(this User user, DateTimeOffset now)
    {
        if (++user.AccessFailedCount < Failures)
        {
            return false;
        }

        user.AccessFailedCount = 0;
        user.LockoutEnd = now + Duration;
        return true;
    }
}
