namespace SnoutOS.Domain.Bookings;

/// <summary>What became of making or changing a booking. The cases are closed: callers switch over all of them.</summary>
public abstract record BookingVerdict
{
    private BookingVerdict()
    {
    }

    public sealed record Done(Guid BookingId) : BookingVerdict;

    /// <summary>Nothing in the organization has this id; <paramref name="Field"/> names which.</summary>
    public sealed record NotFound(string Field) : BookingVerdict;

    /// <summary>The service is not on the organization's list, which is given by name.</summary>
    public sealed record UnknownService(IReadOnlyList<string> Listed) : BookingVerdict;

    public sealed record EndsBeforeStart : BookingVerdict;

    public sealed record TooLong(TimeSpan Longest) : BookingVerdict;

    public sealed record StartOutOfRange(DateTimeOffset Earliest, DateTimeOffset Latest) : BookingVerdict;

    /// <summary>The wall clock of the organization skips this time, or shows it twice: <paramref name="Reading"/> has what it could mean.</summary>
    public sealed record DoubtfulTime(string Field, TimeReading Reading) : BookingVerdict;

    /// <summary>The last day lies before the first one, or was given for a single visit.</summary>
    public sealed record BadUntil : BookingVerdict;

    /// <summary>A sender that is spam, a service or a member of the staff gets no visits.</summary>
    public sealed record NotAClient : BookingVerdict;

    public sealed record ClientMerged(Guid IntoClientId) : BookingVerdict;

    public sealed record SitterOffboarded : BookingVerdict;

    /// <summary>The sitter and the client have yet to meet, or the owner has yet to say how it went.</summary>
    public sealed record MeetAndGreetPending : BookingVerdict;

    public sealed record MeetAndGreetFailed : BookingVerdict;

    /// <summary>People meet for the first time once, not weekly.</summary>
    public sealed record MeetAndGreetOnce : BookingVerdict;

    /// <summary>One visit of a series is to change, and nobody said which.</summary>
    public sealed record VisitRequired : BookingVerdict;

    public sealed record AlreadyCancelled : BookingVerdict;

    /// <summary>The series has no visit left that could change.</summary>
    public sealed record SeriesOver : BookingVerdict;

    public sealed record NotMeetAndGreet : BookingVerdict;

    /// <summary>The owner has said how it went: the first meeting stays as it was.</summary>
    public sealed record MeetAndGreetDecided : BookingVerdict;

    public sealed record MeetAndGreetNeedsSitter : BookingVerdict;

    /// <summary>It is too late to let the sitter write.</summary>
    public sealed record MeetAndGreetOver : BookingVerdict;
}
