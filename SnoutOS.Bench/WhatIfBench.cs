using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.AntiPoaching;

namespace SnoutOS.Bench;

/// <summary>How fast other rules are tried on what sitters wrote: the corpus over and over, one evasion to nine honest messages.</summary>
internal static class WhatIfBench
{
    private const int Messages = 20_000;
    private const int Rounds = 7;

    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("snout-bench-");
        try
        {
            await using var database = await BenchDatabase.FillAsync(folder, "what-if", Size.Few, output, cancellationToken);
            var owner = Fill(database, Path.Combine(folder.FullName, "what-if.db"));
            var whatIf = new WhatIf(database.Db, new StandingClock());
            var seconds = new List<double>();
            WhatIfReport? report = null;
            for (var round = -1; round < Rounds; round++)
            {
                var started = Stopwatch.GetTimestamp();
                report = await whatIf.RunAsync(owner, RuleSet.Usual.With(Sensitivity.Strict), new Progress<WhatIfProgress>(), cancellationToken);
                if (round >= 0)
                {
                    seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
                }
            }

            var median = seconds.MedianOf(second => second);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"what-if: {report!.Checked:N0} messages, {report.Changed:N0} of them changed, median of {Rounds} rounds: {median:0.00} s, {report.Checked / median:N0} messages/s"));
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static Actor Fill(BenchDatabase database, string file)
    {
        using var installation = database.Db.ForInstallation();
        var organizationId = installation.AllOrganizations().Select(organization => organization.Id).Single();
        using var db = database.Db.ForOrganization(organizationId);
        var threads = db.Threads.AsNoTracking().Select(thread => thread.Id).ToList();
        string[] honest = [.. PoachingCorpus.Honest.SelectMany(entry => entry.Messages)], evasions = [.. PoachingCorpus.Evasions.SelectMany(entry => entry.Messages)];
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        new BulkInsert(db, connection).Add(Enumerable.Range(0, Messages).Select(number =>
        {
            var at = BenchBusiness.Now.AddMinutes(-5 * number);
            return new Message
            {
                OrganizationId = organizationId,
                Id = Guid.CreateVersion7(at),
                ThreadId = threads[number % threads.Count],
                Direction = Direction.Outbound,
                AuthorKind = AuthorKind.Sitter,
                AuthorName = "Ana Silva",
                Body = number % 10 == 0 ? evasions[number / 10 % evasions.Length] : honest[number % honest.Length],
                Status = MessageStatus.Delivered,
                CreatedAt = at,
                Segments = 1,
            };
        }));
        transaction.Commit();
        return new Actor(organizationId, BenchBusiness.NewId(), "Olivia Park", Role.Owner);
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => BenchBusiness.Now;
    }
}
