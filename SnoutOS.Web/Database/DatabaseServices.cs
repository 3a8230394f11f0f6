using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Database.PostgreSql;
using SnoutOS.Web.Database.Sqlite;
using SnoutOS.Web.Database.SqlServer;

namespace SnoutOS.Web.Database;

public static class DatabaseServices
{
    /// <summary>Registers the database that the settings name, and the key ring that lives in it.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = DatabaseSettings.Read(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<DatabaseMigrator>();
        return settings.Provider switch
        {
            DatabaseProvider.Sqlite => services.AddDatabase<SqliteSnoutDbContext, SqliteTraits>(
                options => options.UseSqlite(settings.ConnectionString).AddInterceptors(new SqlitePragmas())),
            DatabaseProvider.PostgreSql => services.AddDatabase<PostgreSqlSnoutDbContext, PostgreSqlTraits>(
                options => options.UseNpgsql(settings.ConnectionString).AddInterceptors(new ZeroBytes())),
            DatabaseProvider.SqlServer => services.AddDatabase<SqlServerSnoutDbContext, SqlServerTraits>(
                options => options.UseSqlServer(settings.ConnectionString)),
        };
    }

    private static IServiceCollection AddDatabase<TContext, TTraits>(this IServiceCollection services, Action<DbContextOptionsBuilder> use)
        where TContext : SnoutDbContext, IDataProtectionKeyContext
        where TTraits : class, IDatabaseTraits
    {
        services.AddSingleton<IDatabaseTraits, TTraits>();
        services.AddDbContextFactory<TContext>(use);
        services.AddSingleton<IDbContextFactory<SnoutDbContext>, ContextFactory<TContext>>();

        // For the key ring alone, which asks for its context by type. Rows of organizations stay out of its sight.
        services.AddScoped(provider => (TContext)provider.GetRequiredService<SnoutDb>().ForInstallation());
        services.AddDataProtection().PersistKeysToDbContext<TContext>();
        return services;
    }

    /// <summary>Hands out the provider's context as the model's, so that the domain never names a provider.</summary>
    private sealed class ContextFactory<T>(IDbContextFactory<T> inner) : IDbContextFactory<SnoutDbContext>
        where T : SnoutDbContext
    {
        public SnoutDbContext CreateDbContext() => inner.CreateDbContext();
    }
}
