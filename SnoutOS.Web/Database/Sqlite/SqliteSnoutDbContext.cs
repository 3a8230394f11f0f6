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
}

/// <summary>
/// For the tools: <c>dotnet ef migrations add NAME --project SnoutOS.Web --context SqliteSnoutDbContext
/// --output-dir Database/Sqlite/Migrations</c>.
/// </summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteSnoutDbContext>
{
    public SqliteSnoutDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSnoutDbContext>().UseSqlite("Data Source=design-time.db").Options);
}
