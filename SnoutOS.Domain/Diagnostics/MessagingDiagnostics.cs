using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Domain.Diagnostics;

/// <summary>Counts what the rollout is judged by. Every count is exact and of the reader's organization.</summary>
public sealed class MessagingDiagnostics(SnoutDb database, MessagingFlags flags, DeploymentCountsWorker counts, TimeProvider clock)
{
    public const int MaxHours = 720;

    private const int NewestDecisions = 50;

    /// <param name="hours">How far back to count, 1 to <see cref="MaxHours"/>.</param>
    public async Task<MessagingReport> ReportAsync(Actor reader, int hours, CancellationToken cancellationToken)
    {
        await counts.FlushAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var window = new ReportWindow(now.AddHours(-hours), now);
        await using var db = database.ForOrganization(reader.OrganizationId);
        var routed = await RoutedToOwnerAsync(db, window, cancellationToken);
        return new MessagingReport
        {
            GeneratedAt = now,
            OrganizationId = reader.OrganizationId,
            Window = window,
            ThreadsByNumberClass = await ThreadsAsync(db, cancellationToken),
            AntiPoachingBlocked = await BlockedAsync(db, window, cancellationToken),
            OwnerInboxRouted = routed.Values.Sum(),
            OwnerInboxRoutedByReason = routed,
            SitterNoActiveWindow = await db.RefusedSends.CountAsync(refused => refused.At >= window.From, cancellationToken),
            Webhooks = await WebhookCounts.OfAsync(db, window, cancellationToken),
            Outbox = await OutboxCounts.OfAsync(db, now, cancellationToken),
            RoutingDecisions = await DecisionsAsync(db, window, cancellationToken),
            FeatureFlags = FlagReport.Of(await flags.OfAsync(reader.OrganizationId, cancellationToken)),
        };
    }

    private static async Task<IReadOnlyDictionary<string, int>> ThreadsAsync(SnoutDbContext db, CancellationToken cancellationToken) =>
        WithZeros(await db.Threads
            .Join(db.Numbers, thread => thread.NumberId, number => number.Id, (thread, number) => number.Class)
            .GroupBy(numberClass => numberClass)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken));

    /// <summary>Whatever became of them since: force-sent and dismissed ones count as well.</summary>
    private static Task<int> BlockedAsync(SnoutDbContext db, ReportWindow window, CancellationToken cancellationToken) =>
        db.Violations.CountAsync(violation => violation.Action == PoachingAction.Block && violation.At >= window.From, cancellationToken);

    private static async Task<IReadOnlyDictionary<string, int>> RoutedToOwnerAsync(
        SnoutDbContext db, ReportWindow window, CancellationToken cancellationToken) =>
        WithZeros(await Within(db, window)
            .Where(decision => decision.Target == RoutingTarget.OwnerInbox)
            .GroupBy(decision => decision.Reason)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken));

    private static async Task<IReadOnlyList<RoutingReport>> DecisionsAsync(
        SnoutDbContext db, ReportWindow window, CancellationToken cancellationToken) =>
        await Within(db, window)
            .OrderByDescending(decision => decision.DecidedAt).ThenByDescending(decision => decision.Id)
            .Take(NewestDecisions)
            .Select(decision => new RoutingReport(
                decision.DecidedAt,
                decision.MessageId,
                decision.ThreadId,
                decision.NumberClass,
                decision.Target,
                decision.Reason,
                decision.Sender,
                decision.Recipient))
            .ToListAsync(cancellationToken);

    private static IQueryable<RoutingDecision> Within(SnoutDbContext db, ReportWindow window) =>
        db.RoutingDecisions.Where(decision => decision.DecidedAt >= window.From);

    private static Dictionary<string, int> WithZeros<T>(Dictionary<T, int> counted)
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => TagWords.Of(value), value => counted.GetValueOrDefault(value), StringComparer.Ordinal);
}
