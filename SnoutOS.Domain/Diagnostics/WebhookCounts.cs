using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Receiving;

namespace SnoutOS.Domain.Diagnostics;

/// <summary>
/// Counts the ledger of one organization. An event that has not been processed yet carries no organization; it is
/// found by the number it was sent to, or by the message it speaks of.
/// </summary>
internal static class WebhookCounts
{
    private static readonly ProviderEventState[] Unfinished =
        [ProviderEventState.Pending, ProviderEventState.Kept, ProviderEventState.SetAside];

    public static async Task<WebhookReport> OfAsync(SnoutDbContext db, ReportWindow window, CancellationToken cancellationToken)
    {
        var known = await CountAsync(Owned(db), window, cancellationToken);
        var pending = await CountAsync(NotYetOwned(db), window, cancellationToken);
        var unprocessed = await Owned(db).CountAsync(IsUnprocessed, cancellationToken)
            + await NotYetOwned(db).CountAsync(IsUnprocessed, cancellationToken);
        return new WebhookReport(
            known.Events + known.Repeats + pending.Events + pending.Repeats,
            known.Repeats + pending.Repeats,
            await RejectedAsync(db, window, cancellationToken),
            unprocessed);
    }

    private static readonly System.Linq.Expressions.Expression<Func<ProviderEvent, bool>> IsUnprocessed =
        row => (row.Kind == ProviderEventKind.Message || row.Kind == ProviderEventKind.Call) && Unfinished.Contains(row.State);

    private static IQueryable<ProviderEvent> Owned(SnoutDbContext db) =>
        db.ProviderEvents.Where(row => row.OrganizationId == db.OrganizationId);

    private static IQueryable<ProviderEvent> NotYetOwned(SnoutDbContext db) =>
        db.ProviderEvents
            .Where(row => row.OrganizationId == null && (row.State == ProviderEventState.Pending || row.State == ProviderEventState.SetAside))
            .Where(row => db.Numbers.Any(number => (string)(object)number.Phone == row.Recipient)
                || db.Outbox.Any(entry => entry.MessageId == row.OutboundMessageId));

    private static async Task<(int Events, int Repeats)> CountAsync(
        IQueryable<ProviderEvent> rows, ReportWindow window, CancellationToken cancellationToken)
    {
        var counted = await rows
            .Where(row => row.Source == ProviderEventSource.Webhook && row.ReceivedAt >= window.From)
            .GroupBy(_ => 1)
            .Select(group => new { Events = group.Count(), Repeats = group.Sum(row => row.Repeats) })
            .FirstOrDefaultAsync(cancellationToken);
        return (counted?.Events ?? 0, counted?.Repeats ?? 0);
    }

    /// <summary>Counted by the minute, so the minute in which the window begins counts whole.</summary>
    private static Task<int> RejectedAsync(SnoutDbContext db, ReportWindow window, CancellationToken cancellationToken)
    {
        var firstMinute = window.From.AddTicks(-(window.From.UtcTicks % TimeSpan.TicksPerMinute));
        return db.DeploymentCounters
            .Where(counter => counter.Event == CountedEvent.RejectedSignature && counter.Minute >= firstMinute)
            .SumAsync(counter => counter.Count, cancellationToken);
    }
}
