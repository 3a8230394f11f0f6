using Microsoft.Data.Sqlite;
using SnoutOS.Web.Database;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>What became of beginning again with the demo. The cases are closed.</summary>
public abstract record DemoReset
{
    private DemoReset()
    {
    }

    /// <summary>Everything is gone and the demo is there, as on the first day.</summary>
    public sealed record Done : DemoReset;

    /// <summary>Only Development has data that may be thrown away.</summary>
    public sealed record OutsideDevelopment : DemoReset;

    /// <summary>A server's database is more than one machine's, and dropping it is the operator's to do.</summary>
    public sealed record OnServer : DemoReset;

    /// <summary>Throws the database's content away, migrates and seeds.</summary>
    public static async Task<DemoReset> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<DemoBusiness>() is not { } demo)
        {
            return new OutsideDevelopment();
        }

        var settings = services.GetRequiredService<DatabaseSettings>();
        if (!settings.IsEmbedded)
        {
            return new OnServer();
        }

        Empty(settings.ConnectionString);
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        await demo.SeedAsync(cancellationToken);
        return new Done();
    }

    /// <summary>
    /// Copies an empty database over this one. A server that is running meanwhile sees the new content in its next
    /// transaction; with the file deleted under it, it would go on writing into nothing.
    /// </summary>
    private static void Empty(string connectionString)
    {
        using var nothing = new SqliteConnection("Data Source=:memory:");
        using var everything = new SqliteConnection(connectionString);
        nothing.Open();
        everything.Open();

        // A copy is no command, so the connection's own time-out does not hold for it; whoever is writing comes first.
        using var wait = everything.CreateCommand();
        wait.CommandText = "PRAGMA busy_timeout = 10000";
        wait.ExecuteNonQuery();
        nothing.BackupDatabase(everything);
    }
}
