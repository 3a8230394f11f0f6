using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Histories;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Database.Sqlite;

namespace SnoutOS.Tests.Receiving;

/// <summary>What a text costs the database before it is decided on: three questions, each of which an index answers.</summary>
public sealed class FactsQueriesTests(FurnishedHouse furnished) : IClassFixture<FurnishedHouse>
{
    /// <summary>From whom (nobody known, if null) and to which number.</summary>
    public static TheoryData<string?, Line> Texts => new()
    {
        { Cast.PhoneOf(Who.Robin).E164, Line.AnasNumber },
        { Cast.PhoneOf(Who.Robin).E164, Line.FirstOfThePool },
        { Cast.PhoneOf(Who.Robin).E164, Line.FrontDesk },
        { null, Line.AnasNumber },
        { "24365", Line.FrontDesk },
    };

    [Theory, MemberData(nameof(Texts))]
    public async Task Three_questions_at_most_and_no_table_is_read_through(string? from, Line line)
    {
        var listener = new Listener();
        await using var house = await furnished.OpenAsync(
            TestTime.Noon, services => services.ConfigureDbContext<SqliteSnoutDbContext>(options => options.AddInterceptors(listener)));
        await new Books(Who.Robin, "walk", StartsIn: -1, Quarters: 4, Weekly: true, Carer.Ana).PlayAsync(new Stage(house, furnished.Cast));
        listener.Heard.Clear();
        await DecideAsync(house, from ?? Businesses.NextNumber().E164, Cast.PhoneOf(line).E164);
        Assert.InRange(listener.Heard.Count, 1, 3);

        await using var db = house.Get<SnoutDb>().ForInstallation();
        await db.Database.OpenConnectionAsync();
        foreach (var (sql, parameters) in listener.Heard.ToList())
        {
            var plan = await PlanAsync(db.Database.GetDbConnection(), sql, parameters);
            Assert.Empty(TablesReadThrough(plan));
        }
    }

    private static async Task DecideAsync(House house, string from, string to)
    {
        var ends = await house.Get<NumberDirectory>().FindAsync(to, from, CancellationToken.None);
        await using var db = house.Get<SnoutDb>().ForOrganization(ends.To!.OrganizationId);
        var sender = await SenderLookup.FindAsync(db, from, ends.FromIsOurs, ends.To.Id, CancellationToken.None);
        var now = house.Clock.GetUtcNow();
        var facts = await FactsReader.ReadAsync(db, ends.To, sender, consent: null, sitterMessages: true, now, now, CancellationToken.None);
        Assert.True(Enum.IsDefined(Router.Decide(facts, now).Reason));
    }

    /// <summary>Results of a part of the question, which are few rows, may be read through; tables may not.</summary>
    private static IEnumerable<string> TablesReadThrough(List<string> plan)
    {
        var parts = plan.Where(step => step.StartsWith("MATERIALIZE ", StringComparison.Ordinal) || step.StartsWith("CO-ROUTINE ", StringComparison.Ordinal))
            .Select(step => step.Split(' ')[1]).ToHashSet(StringComparer.Ordinal);
        return plan.Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal) && step != "SCAN CONSTANT ROW" && !parts.Contains(step.Split(' ')[1]));
    }

    private static async Task<List<string>> PlanAsync(DbConnection connection, string sql, IReadOnlyList<(string Name, object? Value)> parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(reader.GetOrdinal("detail")));
        }

        Assert.NotEmpty(steps);
        return steps;
    }

    private sealed class Listener : DbCommandInterceptor
    {
        public List<(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters)> Heard { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Heard.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
            return ValueTask.FromResult(result);
        }
    }
}
