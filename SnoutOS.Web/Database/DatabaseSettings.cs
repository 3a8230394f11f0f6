using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SnoutOS.Web.Database;

/// <summary>The databases that the product runs on, by the names of <c>Database__Provider</c>.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded, one node; migrated when the server starts.</summary>
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Which database, and how to reach it. A problem is one sentence that names its key and repeats no value.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, IReadOnlyList<string> Problems)
{
    public const string ConnectionStringName = "Snout";

    private const string ProviderKey = "Database__Provider";
    private const string ConnectionKey = "ConnectionStrings__Snout";

    /// <summary>How long a statement waits for the one writer before it fails: well under the provider's 15 seconds.</summary>
    private const int BusySeconds = 3;

    public bool IsEmbedded => Provider == DatabaseProvider.Sqlite;

    public static DatabaseSettings Read(IConfiguration configuration)
    {
        DatabaseProvider? provider = (configuration["Database:Provider"] ?? "").Trim().ToLowerInvariant() switch
        {
            "" or "sqlite" => DatabaseProvider.Sqlite,
            "postgresql" => DatabaseProvider.PostgreSql,
            "sqlserver" => DatabaseProvider.SqlServer,
            _ => null,
        };
        if (provider is not { } known)
        {
            return new DatabaseSettings(default, "", [$"{ProviderKey} must be sqlite, sqlserver or postgresql."]);
        }

        var text = configuration.GetConnectionString(ConnectionStringName);
        if (string.IsNullOrWhiteSpace(text) && known != DatabaseProvider.Sqlite)
        {
            return new DatabaseSettings(known, "", [$"{ConnectionKey} is not set: a server needs one; only sqlite goes without."]);
        }

        try
        {
            return new DatabaseSettings(known, BuilderOf(known, text).ToString(), []);
        }
        catch (ArgumentException)
        {
            return new DatabaseSettings(known, "", [$"{ConnectionKey} is no connection string of the database that {ProviderKey} names."]);
        }
    }

    private static DbConnectionStringBuilder BuilderOf(DatabaseProvider provider, string? text) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteConnectionStringBuilder(text ?? "Data Source=snoutos.db") { DefaultTimeout = BusySeconds, ForeignKeys = true },
        DatabaseProvider.PostgreSql => new NpgsqlConnectionStringBuilder(text),
        DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(text),
    };
}
