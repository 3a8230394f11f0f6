namespace SnoutOS.Domain.Bookings;

/// <summary>The services that a business begins with, and how a service is found by what people type.</summary>
public static class ServiceList
{
    /// <summary>What a service without buffers of its own gets, before and after.</summary>
    public const int UsualBufferMinutes = 60;

    public const int LongestBufferMinutes = 24 * 60;

    public const string MeetAndGreet = "meet_and_greet";

    private const int OvernightBufferMinutes = 120;

    public static IEnumerable<Service> Usual(Guid organizationId) =>
    [
        Of(organizationId, "drop-in", UsualBufferMinutes),
        Of(organizationId, "walk", UsualBufferMinutes),
        Of(organizationId, "pet taxi", UsualBufferMinutes),
        Of(organizationId, "house sitting", OvernightBufferMinutes),
        Of(organizationId, "24/7 care", OvernightBufferMinutes),
        Of(organizationId, "meet-and-greet", UsualBufferMinutes),
    ];

    /// <summary>"Drop in", "drop-in" and "DROP_IN" are one service.</summary>
    public static string CodeOf(string name)
    {
        var words = new string([.. name.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')]);
        return string.Join('_', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Service Of(Guid organizationId, string name, int minutes) => new()
    {
        OrganizationId = organizationId,
        Code = CodeOf(name),
        Name = name,
        PreBufferMinutes = minutes,
        PostBufferMinutes = minutes,
        IsMeetAndGreet = CodeOf(name) == MeetAndGreet,
    };
}
