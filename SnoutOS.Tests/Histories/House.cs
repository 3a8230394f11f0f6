using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SnoutOS.Domain;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Database;
using SnoutOS.Web.Database.Sqlite;
using SnoutOS.Web.Live;

namespace SnoutOS.Tests.Histories;

/// <summary>
/// The product's services on a SQLite file of their own, without its web server and with no work in the background: a
/// history says itself when something is processed. The file is a copy of one that was migrated and filled once.
/// </summary>
internal sealed class House : IAsyncDisposable
{
    private static readonly DateTimeOffset Opening = new(2026, 1, 5, 15, 0, 0, TimeSpan.Zero);
    private static readonly FlagSettings AllOn = new(Enum.GetValues<Flag>().ToDictionary(flag => flag, _ => DeploymentState.True), DeploymentState.True);

    private readonly SqliteFile _file;
    private readonly ServiceProvider _services;

    /// <summary>Then its file stays, for others to copy.</summary>
    private bool _isFurnished;

    private House(SqliteFile file, DateTimeOffset start, Action<IServiceCollection>? more = null)
    {
        (_file, Clock) = (file, new FakeTimeProvider(start));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:Snout"] = $"Data Source={file.Path}" }).Build();
        var services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(Clock).AddSingleton(AllOn).AddSingleton<ISmsProvider, ScriptedProvider>()
            .AddDatabase(configuration).AddLive().AddSnoutDomain()
            .ConfigureDbContext<SqliteSnoutDbContext>(options => options.AddInterceptors(new NoWaitingForTheDisk()));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A business with everything in its place and nothing booked; the cast stands in it.</summary>
    public static async Task<(SqliteFile File, Cast Cast)> FurnishAsync()
    {
        var file = new SqliteFile();
        await using var house = new House(file, Opening);
        await house.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        var cast = await house.MoveInAsync();
        house._isFurnished = true;
        return (file, cast);
    }

    /// <summary>A copy of a furnished one, at an instant.</summary>
    public static async Task<House> OpenAsync(SqliteFile furnished, DateTimeOffset start, Action<IServiceCollection>? more = null)
    {
        var file = new SqliteFile();
        File.Copy(furnished.Path, file.Path);
        var house = new House(file, start, more);
        await house.Get<ProviderEventIntake>().StartAsync(CancellationToken.None);
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        await Get<ProviderEventIntake>().StopAsync(CancellationToken.None);
        await using var pool = new SqliteConnection(Get<DatabaseSettings>().ConnectionString);
        await _services.DisposeAsync();
        SqliteConnection.ClearPool(pool);
        if (!_isFurnished)
        {
            await _file.DisposeAsync();
        }
    }

    private async Task<Cast> MoveInAsync()
    {
        var opened = Assert.IsType<OrganizationCreation.Created>(await Get<OrganizationSetup>().CreateAsync(
            "Happy Tails", "America/New_York", Cast.PhoneOf(Line.FrontDesk), CancellationToken.None));
        var sitters = Enum.GetValues<Carer>().ToDictionary(sitter => sitter, sitter => Cast.IdOf(10 + (int)sitter));
        var users = Enum.GetValues<Carer>().ToDictionary(sitter => sitter, sitter => Cast.IdOf(20 + (int)sitter));
        var cast = new Cast(
            opened.OrganizationId, new Dictionary<Who, Guid>(), sitters, users, new Dictionary<Line, Guid> { [Line.FrontDesk] = opened.FrontDeskId });
        await Get<Writer>().CommitAsync(cast.OrganizationId, db => HireAsync(db, cast), CancellationToken.None);
        return cast with { Clients = await RegisterAsync(cast), Numbers = await AddNumbersAsync(cast) };
    }

    private static Task HireAsync(SnoutDbContext db, Cast cast)
    {
        db.Users.Add(UserOf(cast.OrganizationId, cast.Owner.UserId, "Olivia", Role.Owner));
        foreach (var sitter in cast.Sitters)
        {
            db.Users.Add(UserOf(cast.OrganizationId, cast.Users[sitter.Key], $"{sitter.Key}", Role.Sitter));
            db.Sitters.Add(new Sitter
            {
                OrganizationId = cast.OrganizationId,
                Id = sitter.Value,
                UserId = cast.Users[sitter.Key],
                Name = $"{sitter.Key}",
                CreatedAt = Opening,
            });
        }

        return Task.CompletedTask;
    }

    private static User UserOf(Guid organizationId, Guid id, string name, Role role) => new()
    {
        OrganizationId = organizationId,
        Id = id,
        Name = name,
        Role = role,
        NormalizedEmail = $"{name.ToUpperInvariant()}@EXAMPLE.TEST",
        NormalizedUserName = $"{name.ToUpperInvariant()}@EXAMPLE.TEST",
    };

    private async Task<Dictionary<Who, Guid>> RegisterAsync(Cast cast)
    {
        var clients = new Dictionary<Who, Guid>();
        foreach (var client in Enum.GetValues<Who>())
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            bool? recurring = client switch { Who.Robin => true, Who.Casey => null, Who.Drew => false };
            var entry = new ClientEntry($"{client} Vale", [Cast.PhoneOf(client)], recurring, "", [], []);
            clients[client] = Assert.IsType<ClientRecording.Recorded>(await Get<ClientBook>().RegisterAsync(cast.Owner, entry, CancellationToken.None)).ClientId;
        }

        return clients;
    }

    private async Task<Dictionary<Line, Guid>> AddNumbersAsync(Cast cast)
    {
        var numbers = new Dictionary<Line, Guid>(cast.Numbers);
        foreach (var line in Enum.GetValues<Line>().Except([Line.FrontDesk]))
        {
            // One after the other, so that their ids sort alike in every run.
            Clock.Advance(TimeSpan.FromMinutes(1));
            Guid? sitter = line switch { Line.AnasNumber => cast.Sitters[Carer.Ana], Line.BensNumber => cast.Sitters[Carer.Ben], _ => null };
            var added = await Get<NumberBook>().AddAsync(
                cast.Owner, Cast.PhoneOf(line), sitter is null ? NumberClass.Pool : NumberClass.Sitter, sitter, CancellationToken.None);
            numbers[line] = Assert.IsType<NumberAddition.Added>(added).Number.Id;
        }

        return numbers;
    }
}

/// <summary>No history tells of a power cut, and waiting for the disk is most of what it would take.</summary>
internal sealed class NoWaitingForTheDisk : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = OFF;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A furnished house for a class of tests, each of which plays in a copy.</summary>
public sealed class FurnishedHouse : IAsyncLifetime
{
    private SqliteFile _file = null!;

    internal Cast Cast { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (_file, Cast) = await House.FurnishAsync();

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    internal Task<House> OpenAsync(DateTimeOffset start, Action<IServiceCollection>? more = null) => House.OpenAsync(_file, start, more);
}
