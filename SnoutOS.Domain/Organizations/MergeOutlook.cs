using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Organizations;

/// <summary>What merging one card into another would move, and what would stay.</summary>
/// <param name="Phones">The own phones that move.</param>
/// <param name="OtherPhones">Vet and emergency phones, which stay on the card that is merged.</param>
/// <param name="Conversations">They stay with the card that is merged, to be read.</param>
/// <param name="PoolNumber">The pool number that the card holds; null for none.</param>
/// <param name="KeepsPoolNumber">It moves, too; false where the survivor has one already, so that it is given up.</param>
public sealed record MergeOutlook(
    string MergedName,
    string SurvivorName,
    IReadOnlyList<PhoneNumber> Phones,
    int OtherPhones,
    int Bookings,
    int Conversations,
    PhoneNumber? PoolNumber,
    bool KeepsPoolNumber)
{
    internal static async Task<MergeOutlook> ReadAsync(SnoutDbContext db, Client merged, Client survivor, CancellationToken cancellationToken)
    {
        var leased = await (
            from lease in db.Leases
            join number in db.Numbers on lease.NumberId equals number.Id
            where lease.ReleasedAt == null && (lease.ClientId == merged.Id || lease.ClientId == survivor.Id)
            select new { lease.ClientId, number.Phone }).ToListAsync(cancellationToken);
        return new MergeOutlook(
            merged.Name,
            survivor.Name,
            [.. merged.Phones.Where(phone => phone.Kind == ClientPhoneKind.Own).OrderBy(phone => phone.Position).Select(phone => phone.Phone)],
            merged.Phones.Count(phone => phone.Kind != ClientPhoneKind.Own),
            await db.Bookings.CountAsync(booking => booking.ClientId == merged.Id, cancellationToken),
            await db.Threads.CountAsync(thread => thread.ClientId == merged.Id, cancellationToken),
            leased.Find(lease => lease.ClientId == merged.Id)?.Phone,
            KeepsPoolNumber: !leased.Exists(lease => lease.ClientId == survivor.Id));
    }
}
