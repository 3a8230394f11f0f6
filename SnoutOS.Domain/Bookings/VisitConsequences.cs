using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Bookings;

/// <summary>
/// What follows from changed visits, in their transaction: the windows, the messages that waited for a sitter who is
/// gone, the conversations that are there before anybody writes, and the news.
/// </summary>
internal static class VisitConsequences
{
    /// <param name="isProactive">Whether conversations are made ahead for this organization.</param>
    public static async Task SettleAsync(
        this SnoutDbContext db, Service service, IReadOnlyCollection<Visit> visits, bool isProactive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var changes = await db.FollowAsync(service, visits, now, cancellationToken);
        foreach (var (clientId, sitterId) in changes.Lost)
        {
            await db.GiveToOwnerAsync(clientId, sitterId, now, cancellationToken);
        }

        if (isProactive)
        {
            var use = service.IsMeetAndGreet ? NumberUse.MeetAndGreet : NumberUse.Visit;
            foreach (var (clientId, sitterId) in changes.Opened.Where(window => window.ClosesAt > now).Select(window => (window.ClientId, window.SitterId)).Distinct())
            {
                await db.PrepareThreadAsync(clientId, sitterId, use, now, cancellationToken);
            }
        }

        // Every open conversation of the clients shows their windows.
        await db.AnnounceThreadsOfAsync([.. visits.Select(visit => visit.ClientId).Distinct()], cancellationToken);
    }
}
