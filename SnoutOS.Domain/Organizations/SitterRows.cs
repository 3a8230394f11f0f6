using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Organizations;

internal static class SitterRows
{
    public static IQueryable<SitterListing> Listings(this IQueryable<Sitter> sitters, SnoutDbContext db, DateTimeOffset now) =>
        sitters.AsNoTracking().Select(sitter => new SitterListing(
            sitter.Id,
            sitter.UserId,
            sitter.Name,
            sitter.Email,
            sitter.Status,
            db.Numbers.Where(number => number.Class == NumberClass.Sitter && number.Status == NumberStatus.Active && number.SitterId == sitter.Id)
                .Select(number => (Guid?)number.Id).FirstOrDefault())
        {
            Number = db.Numbers.Where(number => number.Class == NumberClass.Sitter && number.Status == NumberStatus.Active && number.SitterId == sitter.Id)
                .Select(number => (PhoneNumber?)number.Phone).FirstOrDefault(),
            NextVisitAt = db.Visits.Where(visit => visit.SitterId == sitter.Id && visit.CancelledAt == null && visit.EndsAt > now)
                .Min(visit => (DateTimeOffset?)visit.StartsAt),
        });

    /// <summary>The person behind a sitter, also one who cannot sign in yet: found by the address that is theirs alone.</summary>
    public static Task<User?> PersonAsync(this SnoutDbContext db, Sitter sitter, CancellationToken cancellationToken) =>
        sitter.UserId is { } id
            ? db.Users.FirstOrDefaultAsync(user => user.Id == id, cancellationToken)
            : db.Users.FirstOrDefaultAsync(user => user.Role == Role.Sitter && user.Email == sitter.Email, cancellationToken);
}
