using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Rollout;

namespace SnoutOS.Domain.Bookings;

/// <summary>
/// Makes the visits of weekly series as time goes by, at least <see cref="WeeklySeries.DaysAhead"/> days ahead. Safe to
/// run twice, and on two nodes at once: a visit that the other has made already is found.
/// </summary>
public sealed partial class SeriesHorizon(SnoutDb database, Writer writer, MessagingFlags flags, TimeProvider clock, ILogger<SeriesHorizon> logger)
{
    private const int BatchSize = 100;

    /// <summary>A week more than is asked for, so that a series is touched once a week and not every day.</summary>
    private const int DaysMade = WeeklySeries.DaysAhead + WeeklySeries.DaysPerWeek;

    /// <summary>How many visits it made.</summary>
    public async Task<int> ExtendAsync(CancellationToken cancellationToken)
    {
        var made = 0;
        for (var after = Guid.Empty; await NextAsync(after, cancellationToken) is { Count: > 0 } batch; after = batch[^1].Id)
        {
            foreach (var (organizationId, id) in batch)
            {
                made += await TryExtendAsync(organizationId, id, cancellationToken);
            }
        }

        return made;
    }

    private async Task<List<(Guid OrganizationId, Guid Id)>> NextAsync(Guid after, CancellationToken cancellationToken)
    {
        // A day more than any zone's today can be.
        var needed = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(WeeklySeries.DaysAhead + 1);
        await using var db = database.ForInstallation();
        var rows = await db.AllBookings()
            .Where(row => row.Recurrence == Recurrence.Weekly && row.CancelledAt == null && row.MadeThrough < needed)
            .Where(row => (row.Until == null || row.Until > row.MadeThrough) && row.Id.CompareTo(after) > 0)
            .OrderBy(row => row.Id)
            .Take(BatchSize)
            .Select(row => new { row.OrganizationId, row.Id })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.OrganizationId, row.Id));
    }

    private async Task<int> TryExtendAsync(Guid organizationId, Guid bookingId, CancellationToken cancellationToken)
    {
        try
        {
            return await ExtendAsync(organizationId, bookingId, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure, bookingId, organizationId);
            return 0;
        }
    }

    private async Task<int> ExtendAsync(Guid organizationId, Guid bookingId, CancellationToken cancellationToken)
    {
        var isProactive = await flags.IsProactiveAsync(organizationId, cancellationToken);
        return await writer.CommitAsync(organizationId, async db =>
        {
            var now = clock.GetUtcNow();
            var booking = await db.Bookings.FirstAsync(row => row.Id == bookingId, cancellationToken);
            var zone = await db.ZoneAsync(cancellationToken);
            var through = WeeklySeries.TodayIn(zone, now).AddDays(DaysMade);
            if (booking.CancelledAt is not null || booking.MadeThrough >= through)
            {
                return 0;
            }

            var service = await db.Services.FirstAsync(row => row.Code == booking.ServiceCode, cancellationToken);
            var notes = await db.Visits.Where(visit => visit.BookingId == bookingId)
                .OrderByDescending(visit => visit.SeriesDay).Select(visit => visit.Notes).FirstAsync(cancellationToken);
            var visits = await db.MakeVisitsAsync(booking, service, zone, through, notes, now, cancellationToken);
            await db.SettleAsync(service, visits, isProactive, now, cancellationToken);
            return visits.Count;
        }, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The visits ahead of booking {BookingId} in organization {OrganizationId} could not be made; trying again")]
    private partial void LogFailed(Exception failure, Guid bookingId, Guid organizationId);
}
