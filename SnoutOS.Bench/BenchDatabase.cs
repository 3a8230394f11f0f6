using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Web.Database;

namespace SnoutOS.Bench;

/// <summary>How much a database holds. Each client has as many messages and windows in a small one as in a large one.</summary>
internal sealed record Size(int Organizations, int ClientsEach)
{
    public static readonly Size Few = new(Organizations: 1, ClientsEach: 50);
    public static readonly Size Many = new(Organizations: 10, ClientsEach: 500);

    public int Messages => Organizations * ClientsEach * BenchClient.Messages;

    public int Windows => Organizations * ClientsEach * BenchClient.Windows;
}

/// <summary>A text as it comes in, at the instant at which all of these databases stand still.</summary>
internal sealed record BenchText(PhoneNumber From, PhoneNumber To, DateTimeOffset At);

/// <summary>A SQLite file of the product's own making, full of a business's months.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Dictionary<RoutingReason, int> _reasons = [];
    private List<BenchBusiness> _businesses = [];

    private BenchDatabase(ServiceProvider services, Size size)
    {
        (_services, Size) = (services, size);
        Db = services.GetRequiredService<SnoutDb>();
        Numbers = services.GetRequiredService<NumberDirectory>();
    }

    public Size Size { get; }

    public SnoutDb Db { get; }

    public NumberDirectory Numbers { get; }

    /// <summary>Where the texts went, to see that they are of every sort.</summary>
    public IReadOnlyDictionary<RoutingReason, int> Reasons => _reasons;

    public static async Task<BenchDatabase> FillAsync(DirectoryInfo folder, string name, Size size, TextWriter output, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.FullName, $"{name}.db");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:Snout"] = $"Data Source={file}" }).Build();
        var services = new ServiceCollection().AddLogging().AddDatabase(configuration).AddSingleton<SnoutDb>().AddSingleton<NumberDirectory>();
        var database = new BenchDatabase(services.BuildServiceProvider(), size);
        await database._services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        database.Fill(file);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"filled {name}: {new FileInfo(file).Length / 1_000_000:N0} MB"));
        return database;
    }

    /// <summary>Mostly of clients to their sitter's number, some to the pool and the front desk, a few of strangers.</summary>
    public IReadOnlyList<BenchText> Texts(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var business = _businesses[random.Next(_businesses.Count)];
        return business.Text(random);
    })];

    public void Count(RoutingReason reason) => _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private void Fill(string file)
    {
        using var db = Db.ForInstallation();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        Execute(connection, "PRAGMA cache_size = -500000; PRAGMA synchronous = OFF; BEGIN IMMEDIATE;");
        var insert = new BulkInsert(db, connection);
        _businesses = [.. Enumerable.Range(0, Size.Organizations).Select(number => new BenchBusiness(number, Size.ClientsEach))];
        _businesses.ForEach(business => business.AddTo(insert));
        Execute(connection, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Sentences of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
