using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>Writes a made-up business, its people and its numbers, and finds them again by name.</summary>
internal sealed class DemoPeople(SnoutDbContext db, DemoScript script, DateTimeOffset now)
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(400);

    private readonly DateTimeOffset _founded = now - Age;

    public Dictionary<string, User> Users { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, MessageNumber> Numbers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Client> Clients { get; } = new(StringComparer.Ordinal);

    private Dictionary<string, Sitter> Sitters { get; } = new(StringComparer.Ordinal);

    /// <summary>Null for somebody of the office.</summary>
    public Sitter? SitterNamed(string name) => Sitters.GetValueOrDefault(name);

    public void Write(string passwordHash, Func<string, string> normalize)
    {
        db.Add(new Organization { Id = db.OrganizationId, Name = script.Name, TimeZoneId = script.TimeZoneId, CreatedAt = _founded });
        db.Services.AddRange(ServiceList.Usual(db.OrganizationId));
        foreach (var user in script.Users)
        {
            Add(user, passwordHash, normalize);
        }

        foreach (var number in script.Numbers)
        {
            Add(number);
        }

        foreach (var client in script.Clients)
        {
            Add(client);
        }
    }

    private Guid NewId() => Guid.CreateVersion7(_founded);

    private void Add(DemoUser demo, string passwordHash, Func<string, string> normalize)
    {
        var account = DemoAccounts.All.Single(account => account.Email == demo.Email);
        var user = new User
        {
            OrganizationId = db.OrganizationId,
            Id = NewId(),
            Name = account.Name,
            Role = account.Role,
            Email = account.Email,
            UserName = account.Email,
            NormalizedEmail = normalize(account.Email),
            NormalizedUserName = normalize(account.Email),
            LockoutEnabled = true,
            SecurityStamp = SecurityStamps.Next(),
            PasswordHash = passwordHash,
            PersonalPhone = demo.PersonalPhone is { } phone ? PhoneNumber.Parse(phone, null) : null,
        };
        db.Add(user);
        Users.Add(user.Name, user);
        if (user.Role == Role.Sitter)
        {
            var sitter = new Sitter { OrganizationId = db.OrganizationId, Id = NewId(), UserId = user.Id, Name = user.Name, Email = account.Email, CreatedAt = _founded };
            db.Add(sitter);
            Sitters.Add(sitter.Name, sitter);
        }
    }

    private void Add(DemoNumber demo)
    {
        var number = new MessageNumber
        {
            OrganizationId = db.OrganizationId,
            Id = NewId(),
            Phone = PhoneNumber.Parse(demo.E164, null),
            Class = demo.Class,
            Status = demo.Status,
            SitterId = demo.Sitter is { } name ? Sitters[name].Id : null,
            CoolsUntil = demo.Status == NumberStatus.CoolingDown ? now + (NumberLife.CoolDown / 2) : null,
            CreatedAt = _founded,
        };
        db.Add(number);
        Numbers.Add(demo.E164, number);
    }

    private void Add(DemoClient demo)
    {
        var client = new Client
        {
            OrganizationId = db.OrganizationId,
            Id = NewId(),
            Name = demo.Name,
            Kind = demo.Kind,
            Pets = demo.Pets,
            OwnerSaysRecurring = demo.Recurring,
            ServiceSender = demo.Kind == ClientKind.Service ? demo.Phones[0] : null,
            CreatedAt = _founded,
        };
        client.Phones.AddRange(demo.Phones.Where(_ => demo.Kind != ClientKind.Service).Select((phone, position) => new ClientPhone
        {
            OrganizationId = db.OrganizationId,
            Id = NewId(),
            ClientId = client.Id,
            Phone = PhoneNumber.Parse(phone, null),
            Position = position,
        }));
        db.Add(client);
        Clients.Add(client.Name, client);
    }
}
