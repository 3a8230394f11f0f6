using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Routing;

/// <summary>A decision with the facts that it was made from.</summary>
public sealed record ExplainedDecision(RoutingDecision Decision, RoutingFacts Facts)
{
    /// <summary>The names of the sitters that are spoken of, by id.</summary>
    public IReadOnlyDictionary<Guid, string> Sitters { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>Looks up where messages went and why.</summary>
public sealed class RoutingHistory(SnoutDb database)
{
    /// <summary>Null when the organization has no such message, or it was not an inbound one.</summary>
    public async Task<ExplainedDecision?> FindAsync(Actor reader, Guid messageId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var decision = await db.RoutingDecisions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.MessageId == messageId, cancellationToken);
        if (decision is null)
        {
            return null;
        }

        var facts = JsonSerializer.Deserialize<RoutingFacts>(decision.Facts)!;
        Guid?[] spokenOf = [decision.SitterId, facts.Choice?.SitterId, .. (facts.Windows ?? []).Select(window => (Guid?)window.SitterId)];
        var sitters = await db.Sitters.Where(sitter => spokenOf.Contains(sitter.Id))
            .ToDictionaryAsync(sitter => sitter.Id, sitter => sitter.Name, cancellationToken);
        return new ExplainedDecision(decision, facts) { Sitters = sitters };
    }
}
