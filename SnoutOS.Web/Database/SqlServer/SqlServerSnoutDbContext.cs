using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Database.SqlServer;

/// <summary>The model on SQL Server, for any number of nodes.</summary>
public sealed class SqlServerSnoutDbContext(DbContextOptions<SqlServerSnoutDbContext> options)
    : SnoutDbContext(options), IDataProtectionKeyContext
{
    /// <summary>A server's own collation often takes "A" for "a", which keys, hashes and provider ids must not be.</summary>
    private const string Exact = "Latin1_General_100_BIN2";

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation(Exact);
        configurationBuilder.Properties<Enum>().UseCollation(Exact);
        configurationBuilder.Properties<PhoneNumber>().UseCollation(Exact);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        KeyRing.Configure(modelBuilder);
        AppendOnly.Declare(modelBuilder);
    }
}

/// <summary>For the tools, which write migrations without a server.</summary>
public sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerSnoutDbContext>
{
    public SqlServerSnoutDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerSnoutDbContext>().UseSqlServer("Server=127.0.0.1;Database=design-time").Options);
}
