using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Routing;

/// <summary>A decision with the facts that it was made from.</summary>
public sealed record ExplainedDecision(RoutingDecision Decision, RoutingFacts Facts);

/// <summary>Looks up where messages went and why.</summary>
public sealed class RoutingHistory(SnoutDb database)
{
    /// <summary>Null when the organization has no such message, or it was not an inbound one.</summary>
    public async Task<ExplainedDecision?> FindAsync(Actor reader, Guid messageId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var decision = await db.RoutingDecisions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.MessageId == messageId, cancellationToken);
        return decision is null
            ? null
            : new ExplainedDecision(decision, JsonSerializer.Deserialize<RoutingFacts>(decision.Facts)!);
    }
}
