using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Auditing;

/// <summary>Reads the audit log of one organization.</summary>
public sealed class AuditReader(SnoutDb database)
{
    /// <param name="reader">Whose organization is read.</param>
    /// <param name="action">Only this action; null for all.</param>
    /// <param name="from">Nothing older; null for everything.</param>
    /// <param name="before">Entries below this sequence; null for the newest.</param>
    /// <param name="limit">How many to read at most.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The newest entry first.</returns>
    public async Task<Slice<AuditEntry>> ListAsync(
        Actor reader, string? action, DateTimeOffset? from, long? before, int limit, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var entries = db.Audit.AsNoTracking();
        entries = action is null ? entries : entries.Where(entry => entry.Action == action);
        entries = from is null ? entries : entries.Where(entry => entry.At >= from);
        entries = before is null ? entries : entries.Where(entry => entry.Sequence < before);
        var rows = await entries.OrderByDescending(entry => entry.Sequence).Take(limit + 1).ToListAsync(cancellationToken);
        return rows.Cut(limit);
    }
}
