namespace SnoutOS.Web.Twilio;

/// <summary>The wait an answer asks for, given in seconds or as a date.</summary>
internal static class RetryAfter
{
    // A wrong clock on the other side must not park our messages for days.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var asked = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - now : null;
        return asked is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, Longest.Ticks)) : null;
    }
}
