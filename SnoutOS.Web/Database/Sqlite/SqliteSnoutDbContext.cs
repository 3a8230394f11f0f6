using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Database.Sqlite;

/// <summary>The model on SQLite, the embedded default. The key ring that signs cookies lives beside the data.</summary>
public sealed class SqliteSnoutDbContext(DbContextOptions<SqliteSnoutDbContext> options)
    : SnoutDbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        KeyRing.Configure(modelBuilder);
    }
}

/// <summary>For the tools, which write migrations without a database.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteSnoutDbContext>
{
    public SqliteSnoutDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSnoutDbContext>().UseSqlite("Data Source=design-time.db").Options);
}
