using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Database.SqlServer;

namespace SnoutOS.Tests.Persistence;

/// <summary>
/// The statements that the product's reading and writing become on SQL Server, listened to before they leave and put
/// into procedures of the schema model, which then knows whether every table and column in them exists.
/// </summary>
public sealed class SqlServerQueryTests
{
    private static readonly Actor Owner = new(Guid.CreateVersion7(TestTime.Noon), Guid.CreateVersion7(TestTime.Noon), "Olivia Park", Role.Owner);

    /// <summary>Every server has it; the schema model knows only what it is told.</summary>
    private const string ServersOwn =
        "CREATE PROCEDURE [sp_getapplock] @Resource nvarchar(255), @LockMode varchar(32), @LockOwner varchar(32), @LockTimeout int AS RETURN 0";

    private readonly Listener _heard = new();

    [Fact]
    public async Task What_is_read_and_locked_fits_the_tables()
    {
        var database = new SnoutDb(new Contexts(_heard));
        var cursor = new PageCursor(TestTime.Noon, Owner.UserId);
        var inbox = new InboxReader(database, TestTime.Clock());
        foreach (var search in (string[])["", "casey", "55501"])
        {
            await inbox.ThreadsAsync(Owner, new ThreadFilter(InboxView.NeedsOwner, search), cursor, 50, CancellationToken.None);
        }

        var clients = new ClientList(database, TestTime.Clock());
        foreach (var search in (string[])["", "casey", "55501"])
        {
            await clients.ReadAsync(Owner, new ClientFilter(ClientView.Clients, search), new ClientPlace("Casey", Owner.UserId), 50, CancellationToken.None);
        }

        await clients.CountAsync(Owner, CancellationToken.None);
        await inbox.MessagesAsync(Owner, Owner.UserId, cursor, 50, CancellationToken.None);
        await new BookingReader(database, TestTime.Clock()).CalendarAsync(Owner, new TimeRange(TestTime.Noon, TestTime.Noon.AddDays(7)), CancellationToken.None);
        await new BookableClients(database).FindAsync(Owner, "casey", 8, CancellationToken.None);
        await using (var db = database.ForOrganization(Owner.OrganizationId))
        {
            await new SqlServerTraits().EnterAsync(db, CancellationToken.None);
            await db.Numbers.Where(number => ((string)(object)number.Phone).CompareTo("+1") > 0).OrderBy(number => number.Phone).ToListAsync();
            await db.Clients.Where(client => client.Name.CompareTo("Casey") > 0).OrderBy(client => client.Name).Include(client => client.Phones).ToListAsync();
        }

        Assert.True(_heard.Statements.Count >= 13);
        Assert.All(_heard.Statements, statement => Assert.Empty(TSql.Faults(statement)));
        using var model = new SqlServerDesignTimeFactory().CreateDbContext([]);
        var tables = TSql.Definitions(model.GetService<IMigrator>().GenerateScript());
        Assert.Empty(TSql.Contradictions([.. tables, ServersOwn, .. _heard.Statements]));
    }

    private sealed class Contexts(Listener listener) : IDbContextFactory<SnoutDbContext>
    {
        public SnoutDbContext CreateDbContext() => new SqlServerSnoutDbContext(new DbContextOptionsBuilder<SqlServerSnoutDbContext>()
            .UseSqlServer("Server=127.0.0.1;Database=none").AddInterceptors(listener, new NoServer()).Options);
    }

    /// <summary>Opens nothing, so that a statement gets as far as the listener.</summary>
    private sealed class NoServer : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    /// <summary>Keeps each statement as the body of a procedure with its parameters, and answers with no rows.</summary>
    private sealed class Listener : DbCommandInterceptor
    {
        private const int MostColumns = 100;

        public List<string> Statements { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Keep(command);
            using var nothing = new DataTable();
            nothing.Columns.AddRange([.. Enumerable.Range(0, MostColumns).Select(n => new DataColumn($"C{n}"))]);
            return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader()));
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Keep(command);
            return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));
        }

        private void Keep(DbCommand command)
        {
            var parameters = command.Parameters.Cast<Microsoft.Data.SqlClient.SqlParameter>()
                .Select(parameter => $"{parameter.ParameterName} {TypeOf(parameter)}");
            Statements.Add($"CREATE PROCEDURE [Heard{Statements.Count}] {string.Join(", ", parameters)} AS BEGIN {command.CommandText} END");
        }

        private static string TypeOf(Microsoft.Data.SqlClient.SqlParameter parameter) => parameter.SqlDbType switch
        {
            SqlDbType.NVarChar or SqlDbType.VarChar or SqlDbType.VarBinary => $"{parameter.SqlDbType}(4000)",
            var type => $"{type}",
        };
    }
}
