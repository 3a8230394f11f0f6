using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Phones;

/// <summary>Questions about numbers that several rooms ask.</summary>
internal static class NumberQueries
{
    /// <summary>Older conversations are read again when somebody opens them.</summary>
    private const int MostAnnounced = 200;

    /// <summary>The one front desk number of an organization.</summary>
    public static IQueryable<MessageNumber> FrontDesk(this IQueryable<MessageNumber> numbers) =>
        numbers.Where(number => number.Class == NumberClass.FrontDesk && number.Status == NumberStatus.Active);

    /// <summary>The number a sitter has at present.</summary>
    public static IQueryable<MessageNumber> OfSitter(this IQueryable<MessageNumber> numbers, Guid sitterId) =>
        numbers.Where(number => number.Class == NumberClass.Sitter && number.Status == NumberStatus.Active && number.SitterId == sitterId);

    /// <summary>Tells whoever looks at the number's newest conversations that something about them changed.</summary>
    public static async Task AnnounceNumberAsync(this SnoutDbContext db, Guid numberId, CancellationToken cancellationToken)
    {
        var newest = await db.Threads.Where(thread => thread.NumberId == numberId)
            .OrderByDescending(thread => thread.LastMessageAt).Select(thread => thread.Id)
            .Take(MostAnnounced).ToListAsync(cancellationToken);
        newest.ForEach(db.Announce);
    }
}
