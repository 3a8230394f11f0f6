using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Database.PostgreSql;

/// <summary>The model on PostgreSQL, for any number of nodes. Names sort as the database's collation says.</summary>
public sealed class PostgreSqlSnoutDbContext(DbContextOptions<PostgreSqlSnoutDbContext> options)
    : SnoutDbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        KeyRing.Configure(modelBuilder);
    }
}

/// <summary>For the tools, which write migrations without a server.</summary>
public sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlSnoutDbContext>
{
    public PostgreSqlSnoutDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlSnoutDbContext>().UseNpgsql("Host=127.0.0.1;Database=design-time").Options);
}
