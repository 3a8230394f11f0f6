namespace SnoutOS.Domain.Bookings;

/// <summary>
/// Something the business offers. Its buffers, in minutes of elapsed time, say how long before and after a visit the
/// sitter may write to the client.
/// </summary>
public sealed class Service
{
    public Guid OrganizationId { get; init; }

    /// <summary>The name in small letters and digits with single underscores, by which visits refer to it: <c>drop_in</c>.</summary>
    public string Code { get; init; } = "";

    public string Name { get; set; } = "";

    public int PreBufferMinutes { get; set; }

    public int PostBufferMinutes { get; set; }

    /// <summary>Whether its visits are first meetings, closed for the sitter until the owner opens them.</summary>
    public bool IsMeetAndGreet { get; init; }
}
