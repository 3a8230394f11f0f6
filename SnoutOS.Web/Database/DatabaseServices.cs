using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Database.Sqlite;

namespace SnoutOS.Web.Database;

public static class DatabaseServices
{
    public const string ConnectionStringName = "Snout";

    /// <summary>How long a statement waits for the one writer before it fails: well under the provider's 15 seconds.</summary>
    private const int BusySeconds = 3;

    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connectionString = SqliteConnectionString(configuration);
        services.AddSingleton<IDatabaseTraits, SqliteTraits>();
        services.AddDbContextFactory<SqliteSnoutDbContext>(options => options
            .UseSqlite(connectionString)
            .AddInterceptors(new SqlitePragmas()));
        services.AddSingleton<IDbContextFactory<SnoutDbContext>, ContextFactory<SqliteSnoutDbContext>>();

        // For the key ring alone, which asks for its context by type. Rows of organizations stay out of its sight.
        services.AddScoped(provider => (SqliteSnoutDbContext)provider.GetRequiredService<SnoutDb>().ForInstallation());
        services.AddSingleton<DatabaseMigrator>();
        return services;
    }

    public static string SqliteConnectionString(IConfiguration configuration) =>
        new SqliteConnectionStringBuilder(configuration.GetConnectionString(ConnectionStringName) ?? "Data Source=snoutos.db")
        {
            DefaultTimeout = BusySeconds,
            ForeignKeys = true,
        }.ToString();

    /// <summary>Hands out the provider's context as the model's, so that the domain never names a provider.</summary>
    private sealed class ContextFactory<T>(IDbContextFactory<T> inner) : IDbContextFactory<SnoutDbContext>
        where T : SnoutDbContext
    {
        public SnoutDbContext CreateDbContext() => inner.CreateDbContext();
    }
}
