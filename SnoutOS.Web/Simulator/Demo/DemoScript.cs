using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>A made-up business: its people, its numbers and what was said. Everything is named, nothing has an id yet.</summary>
internal sealed record DemoScript(
    string Name,
    string TimeZoneId,
    IReadOnlyList<DemoUser> Users,
    IReadOnlyList<DemoNumber> Numbers,
    IReadOnlyList<DemoClient> Clients,
    IReadOnlyList<DemoTalk> Talks);

/// <summary>Somebody who signs in, by their e-mail address among the <see cref="DemoAccounts"/>.</summary>
internal sealed record DemoUser(string Email, string? PersonalPhone = null);

internal sealed record DemoNumber(
    string E164, NumberClass Class, string? Sitter = null, NumberStatus Status = NumberStatus.Active);

/// <summary>Somebody who texts. Of a service, the only "phone" is the short code.</summary>
internal sealed record DemoClient(string Name, string Pets, params string[] Phones)
{
    public ClientKind Kind { get; init; } = ClientKind.Client;

    public bool? Recurring { get; init; }
}

/// <summary>What was said between a client and a number, oldest first.</summary>
internal sealed record DemoTalk(string Client, string Number, params DemoLine[] Lines)
{
    /// <summary>How many of the client's messages the office has not read.</summary>
    public int Unread { get; init; }

    /// <summary>Somebody of the office marked it as looked after.</summary>
    public bool Handled { get; init; }

    /// <summary>When the client gave a pool number back; null while they hold it.</summary>
    public DemoTime? LeaseReleased { get; init; }
}

/// <summary>One message; without an author it is the client's.</summary>
internal sealed record DemoLine(DemoTime At, string? Author, string Body)
{
    public MessageStatus Status { get; init; } = MessageStatus.Delivered;

    public int? ErrorCode { get; init; }

    public MessagePurpose Purpose { get; init; }

    public ConsentKind? Consent { get; init; }

    public bool HasPicture { get; init; }

    public static DemoLine In(DemoTime at, string body) => new(at, null, body) { Status = MessageStatus.Received };

    public static DemoLine Out(DemoTime at, string author, string body) => new(at, author, body);
}
