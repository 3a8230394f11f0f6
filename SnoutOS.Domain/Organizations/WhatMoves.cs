using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Organizations;

/// <summary>What moves from one card to another, by id: kept with the merge, so that it can find its way home.</summary>
internal sealed record WhatMoves(IReadOnlyList<Guid> Phones, IReadOnlyList<Guid> Bookings, Guid? Lease)
{
    public static async Task<WhatMoves> MoveAsync(SnoutDbContext db, Guid from, Guid to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var phones = await db.ClientPhones.Where(row => row.ClientId == from && row.Kind == ClientPhoneKind.Own).Select(row => row.Id).ToListAsync(cancellationToken);
        var bookings = await db.Bookings.Where(row => row.ClientId == from).Select(row => row.Id).ToListAsync(cancellationToken);
        var lease = await db.Leases.FirstOrDefaultAsync(row => row.ClientId == from && row.ReleasedAt == null, cancellationToken);
        if (lease is not null && await db.Leases.AnyAsync(row => row.ClientId == to && row.ReleasedAt == null, cancellationToken))
        {
            // The survivor has a number of their own, and nobody holds two.
            lease.ReleasedAt = now;
            await db.SaveChangesAsync(cancellationToken);
            lease = null;
        }

        var moves = new WhatMoves(phones, bookings, lease?.Id);
        await moves.MoveAsync(db, to, lastPosition: await LastPositionAsync(db, to, cancellationToken), cancellationToken);
        return moves;
    }

    /// <summary>Only what is still with the survivor goes back: a phone that was taken off the card since stays off.</summary>
    public async Task MoveHomeAsync(SnoutDbContext db, Guid survivor, Guid home, CancellationToken cancellationToken)
    {
        var stillThere = await db.ClientPhones.Where(row => row.ClientId == survivor && Phones.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);
        await (this with { Phones = stillThere }).MoveAsync(db, home, lastPosition: -1, cancellationToken);
    }

    private async Task MoveAsync(SnoutDbContext db, Guid to, int lastPosition, CancellationToken cancellationToken)
    {
        foreach (var phone in await db.ClientPhones.Where(row => Phones.Contains(row.Id)).OrderBy(row => row.Position).ToListAsync(cancellationToken))
        {
            (phone.ClientId, phone.Position) = (to, ++lastPosition);
        }

        await db.Bookings.Where(row => Bookings.Contains(row.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(booking => booking.ClientId, to), cancellationToken);
        await db.Visits.Where(row => Bookings.Contains(row.BookingId))
            .ExecuteUpdateAsync(row => row.SetProperty(visit => visit.ClientId, to), cancellationToken);
        await db.Windows.Where(row => db.Visits.Any(visit => visit.Id == row.VisitId && Bookings.Contains(visit.BookingId)))
            .ExecuteUpdateAsync(row => row.SetProperty(window => window.ClientId, to), cancellationToken);
        await db.Leases.Where(row => row.Id == Lease && row.ReleasedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(lease => lease.ClientId, to), cancellationToken);
    }

    private static async Task<int> LastPositionAsync(SnoutDbContext db, Guid clientId, CancellationToken cancellationToken) =>
        await db.ClientPhones.Where(row => row.ClientId == clientId).MaxAsync(row => (int?)row.Position, cancellationToken) ?? -1;
}
