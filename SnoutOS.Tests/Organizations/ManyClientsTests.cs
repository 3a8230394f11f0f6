using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Database.Sqlite;

namespace SnoutOS.Tests.Organizations;

/// <summary>How a page of the list is read once it is long, on the database that a small business runs on.</summary>
public sealed class ManyClientsTests
{
    private const int Clients = 5_000;
    private const int PageSize = 100;

    private static readonly Guid Organization = Guid.CreateVersion7(TestTime.Noon);

    private static readonly Actor Owner = new(Organization, Guid.CreateVersion7(TestTime.Noon), "Olivia Park", Role.Owner);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_five_thousand_clients_is_read_where_it_begins()
    {
        await using var file = await TestDatabase.CreateAsync(Engine.Sqlite);
        var plans = new Plans();
        var database = new SnoutDb(new Contexts(file.ConnectionString, plans));
        await FillAsync(database);
        var list = new ClientList(database, TestTime.Clock());
        foreach (var filter in (ClientFilter[])[new(), new(ClientView.Contacts), new(Search: "client 49"), new(Search: "5550123")])
        {
            plans.Clear();
            Assert.NotEmpty((await list.ReadAsync(Owner, filter, after: null, PageSize, Stop)).Items);
            Assert.Empty(plans.Scans);
        }

        plans.Clear();
        var page = await list.ReadAsync(Owner, new ClientFilter(), new ClientPlace("Client 2500", Guid.Empty), PageSize, Stop);
        Assert.Equal("Client 2501", page.Items[0].Name);
        Assert.Contains(plans.All, step => step.EndsWith("INDEX IX_Clients_OrganizationId_Name_Id (OrganizationId=? AND Name>?)", StringComparison.Ordinal));
        Assert.Empty(plans.Scans);
    }

    private static async Task FillAsync(SnoutDb database)
    {
        await using (var db = database.ForInstallation())
        {
            await db.Database.MigrateAsync(Stop);
            db.Organizations.Add(new Organization { Id = Organization, Name = "Happy Tails", TimeZoneId = "America/New_York", CreatedAt = TestTime.Noon });
            await db.SaveChangesAsync(Stop);
        }

        await using var clients = database.ForOrganization(Organization);
        for (var number = 0; number < Clients; number++)
        {
            var client = new Client
            {
                OrganizationId = Organization,
                Id = Guid.CreateVersion7(TestTime.Noon),
                Name = string.Create(CultureInfo.InvariantCulture, $"Client {number:0000}"),
                Kind = number % 50 == 0 ? ClientKind.Contact : ClientKind.Client,
                Pets = "Biscuit",
                CreatedAt = TestTime.Noon,
            };
            client.Phones.Add(new ClientPhone
            {
                OrganizationId = Organization,
                Id = Guid.CreateVersion7(TestTime.Noon),
                ClientId = client.Id,
                Phone = PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"+1212555{number:0000}"), null),
            });
            clients.Add(client);
        }

        await clients.SaveChangesAsync(Stop);
    }

    private sealed class Contexts(string connection, Plans plans) : IDbContextFactory<SnoutDbContext>
    {
        public SnoutDbContext CreateDbContext() =>
            new SqliteSnoutDbContext(new DbContextOptionsBuilder<SqliteSnoutDbContext>().UseSqlite(connection).AddInterceptors(plans).Options);
    }

    /// <summary>Asks the database of each statement how it is going to answer it.</summary>
    private sealed class Plans : DbCommandInterceptor
    {
        private const string Scan = "SCAN ";

        // The step itself stands in the last column.
        private const int Step = 3;

        private readonly List<string> _all = [];

        public IReadOnlyList<string> All => _all;

        /// <summary>Tables that are read from one end to the other; what the statement itself has gathered may be.</summary>
        public IEnumerable<string> Scans => _all.Where(step =>
            step.StartsWith(Scan, StringComparison.Ordinal) && !_all.Contains($"CO-ROUTINE {step[Scan.Length..]}", StringComparer.Ordinal));

        public void Clear() => _all.Clear();

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
            {
                return result;
            }

            var statement = command.CommandText;
            command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    _all.Add(reader.GetString(Step));
                }
            }

            command.CommandText = statement;
            return result;
        }
    }
}
