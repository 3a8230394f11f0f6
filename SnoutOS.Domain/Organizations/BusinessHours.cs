namespace SnoutOS.Domain.Organizations;

/// <summary>
/// When the office is open on one weekday, on the wall clock of the business's zone. A close that is not after the open
/// lies on the next day. A weekday without a row is closed; a business without any row is always open.
/// </summary>
public sealed class BusinessHours
{
    public Guid OrganizationId { get; init; }

    public DayOfWeek Day { get; init; }

    public TimeOnly Opens { get; set; }

    public TimeOnly Closes { get; set; }
}
