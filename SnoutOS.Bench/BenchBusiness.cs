using System.Globalization;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Bench;

/// <summary>A business with its numbers, a sitter for every dozen clients, and clients with months behind and weeks ahead of them.</summary>
internal sealed class BenchBusiness
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 17, 0, 0, TimeSpan.Zero);

    private const int ClientsPerSitter = 12;
    private const int PoolNumbers = 5;
    private const long OurNumbers = 9_000_000_000;
    private const long TheirPhones = 2_000_000_000;
    private const int MostOfOneBusiness = 100_000;

    private readonly List<User> _users;
    private readonly List<Sitter> _sitters;
    private readonly List<MessageNumber> _sitterNumbers;
    private readonly List<MessageNumber> _pool;
    private readonly MessageNumber _frontDesk;
    private readonly List<BenchClient> _clients;
    private readonly int _number;

    public BenchBusiness(int number, int clients)
    {
        _number = number;
        Id = NewId();
        _users = [.. Enumerable.Range(0, clients / ClientsPerSitter + 1).Select(UserOf)];
        _sitters = _users.ConvertAll(user => new Sitter
        {
            OrganizationId = Id,
            Id = NewId(),
            UserId = user.Id,
            Name = user.Name,
            Email = user.Email!,
            CreatedAt = Now.AddDays(-200),
        });
        _frontDesk = NumberOf(0, NumberClass.FrontDesk);
        _pool = [.. Enumerable.Range(1, PoolNumbers).Select(line => NumberOf(line, NumberClass.Pool))];
        _sitterNumbers = [.. _sitters.Select((sitter, index) => NumberOf(1 + PoolNumbers + index, NumberClass.Sitter, sitter.Id))];
        _clients = [.. Enumerable.Range(0, clients).Select(ClientOf)];
    }

    public Guid Id { get; }

    public static Guid NewId() => Guid.CreateVersion7(Now);

    public void AddTo(BulkInsert insert)
    {
        insert.Add([new Organization { Id = Id, Name = "Happy Tails", TimeZoneId = "America/New_York", CreatedAt = Now.AddDays(-200) }]);
        insert.Add(ServiceList.Usual(Id));
        insert.Add(_users);
        insert.Add(_sitters);
        insert.Add([_frontDesk, .. _pool, .. _sitterNumbers]);
        insert.Add(_clients.Select(client => client.Card));
        insert.Add(_clients.Select(client => client.Phone));
        insert.Add(_clients.SelectMany(client => client.Leases));
        insert.Add(_clients.Select(client => client.Booking));
        insert.Add(_clients.SelectMany(client => client.Visits));
        insert.Add(_clients.SelectMany(client => client.WindowsOfVisits()));
        insert.Add(_clients.SelectMany(client => client.Threads));
        insert.Add(_clients.SelectMany(client => client.MessagesOfThreads()));
    }

    public BenchText Text(Random random)
    {
        var client = _clients[random.Next(_clients.Count)];
        var stranger = Phone(TheirPhones + MostOfOneBusiness - 1 - random.Next(100));
        var to = random.Next(20) switch
        {
            < 12 => client.SitterNumber,
            < 17 => client.PoolNumber,
            _ => _frontDesk,
        };
        return new BenchText(random.Next(20) == 0 ? stranger : client.Phone.Phone, to.Phone, Now);
    }

    private BenchClient ClientOf(int index)
    {
        var sitter = index % _sitters.Count;
        var colleague = _sitters[(sitter + 1) % _sitters.Count];
        return new BenchClient(
            Id, index, Phone(TheirPhones + index), _sitters[sitter].Id, colleague.Id, _frontDesk, _sitterNumbers[sitter], _pool[index % PoolNumbers]);
    }

    private User UserOf(int index)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"sitter{index}.{_number}@example.test");
        var upper = email.ToUpperInvariant();
        return new User
        {
            OrganizationId = Id,
            Id = NewId(),
            Name = "Ana Silva",
            Role = Role.Sitter,
            Email = email,
            UserName = email,
            NormalizedEmail = upper,
            NormalizedUserName = upper,
            PersonalPhone = Phone(TheirPhones + MostOfOneBusiness / 2 + index),
        };
    }

    private MessageNumber NumberOf(int line, NumberClass numberClass, Guid? sitterId = null) => new()
    {
        OrganizationId = Id,
        Id = NewId(),
        Phone = Phone(OurNumbers + line),
        Class = numberClass,
        SitterId = sitterId,
        CreatedAt = Now.AddDays(-200),
    };

    private PhoneNumber Phone(long line) =>
        PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"+1{line + ((long)_number * MostOfOneBusiness)}"), null);
}
