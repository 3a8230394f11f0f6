using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Database.PostgreSql;
using SnoutOS.Web.Database.SqlServer;

namespace SnoutOS.Tests.Support;

/// <summary>The databases that the product runs on.</summary>
public enum Engine
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>A database of a test's own, gone when it is disposed: a file, or one on the server that the environment names.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>What <c>Database__Provider</c> says for it.</summary>
    public abstract string Provider { get; }

    public abstract string ConnectionString { get; }

    public static Task<TestDatabase> CreateAsync(Engine engine) => engine switch
    {
        Engine.Sqlite => Task.FromResult<TestDatabase>(new SqliteFile()),
        Engine.PostgreSql => ServerDatabase.CreateAsync("postgresql", PostgreSql, text => new PostgreSqlSnoutDbContext(
            new DbContextOptionsBuilder<PostgreSqlSnoutDbContext>().UseNpgsql(text).Options)),
        Engine.SqlServer => ServerDatabase.CreateAsync("sqlserver", SqlServer, text => new SqlServerSnoutDbContext(
            new DbContextOptionsBuilder<SqlServerSnoutDbContext>().UseSqlServer(text).Options)),
    };

    public abstract ValueTask DisposeAsync();

    private static string PostgreSql(string name) =>
        new NpgsqlConnectionStringBuilder(ServerOf("SNOUT_TEST_POSTGRESQL")) { Database = name, MaxPoolSize = 60, IncludeErrorDetail = true }.ToString();

    private static string SqlServer(string name) =>
        new SqlConnectionStringBuilder(ServerOf("SNOUT_TEST_SQLSERVER")) { InitialCatalog = name }.ToString();

    private static string ServerOf(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException($"{variable} names no server. ./test starts a PostgreSQL and sets its variable; see CONTRIBUTING.md.");
}

/// <summary>A SQLite file in a folder of its own.</summary>
public sealed class SqliteFile : TestDatabase
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("snout-test-");

    public string Path => System.IO.Path.Combine(_directory.FullName, "snout.db");

    public override string Provider => "sqlite";

    public override string ConnectionString => $"Data Source={Path};Pooling=False";

    public override ValueTask DisposeAsync()
    {
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A database on a server, migrated as the operator would before the product starts.</summary>
public sealed class ServerDatabase : TestDatabase
{
    private readonly Func<string, SnoutDbContext> _open;

    private ServerDatabase(string provider, string connectionString, Func<string, SnoutDbContext> open) =>
        (Provider, ConnectionString, _open) = (provider, connectionString, open);

    public override string Provider { get; }

    public override string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(string provider, Func<string, string> connect, Func<string, SnoutDbContext> open)
    {
        var name = $"snout_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        var database = new ServerDatabase(provider, connect(name), open);
        await using var db = open(database.ConnectionString);
        await db.Database.MigrateAsync();
        return database;
    }

    public override async ValueTask DisposeAsync()
    {
        await using var db = _open(ConnectionString);
        await db.Database.EnsureDeletedAsync();
    }
}
