using SnoutOS.Domain.Bookings;

namespace SnoutOS.Domain.Windows;

/// <summary>From when to when somebody may write, start included, end not.</summary>
public readonly record struct WindowSpan(DateTimeOffset OpensAt, DateTimeOffset ClosesAt)
{
    /// <summary>A visit with its service's buffers, which are elapsed time whatever the clock on the wall does.</summary>
    public static WindowSpan Around(VisitSpan visit, Service service) => new(
        visit.StartsAt - TimeSpan.FromMinutes(service.PreBufferMinutes),
        visit.EndsAt + TimeSpan.FromMinutes(service.PostBufferMinutes));

    public static WindowSpan Of(AssignmentWindow window) => new(window.OpensAt, window.ClosesAt);

    public bool HasBegun(DateTimeOffset instant) => OpensAt <= instant;

    public bool Contains(DateTimeOffset instant) => OpensAt <= instant && instant < ClosesAt;

    /// <summary>
    /// Whether the two were open at the same instants until now and are in this very one, in which somebody may have
    /// written already, so that one may take the other's place without rewriting the past.
    /// </summary>
    public bool AgreesUntil(DateTimeOffset now, WindowSpan other) =>
        (OpensAt > now && other.OpensAt > now)
        || (OpensAt == other.OpensAt && (ClosesAt == other.ClosesAt || (ClosesAt > now && other.ClosesAt > now)));
}
