using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Policing;

/// <summary>
/// Judges a message by the detector and the rules of its business, in the transaction of the message. Whoever writes
/// decides which rules hold; what the office writes or reads alone is never blocked, and a finding there is a note.
/// </summary>
public static class Police
{
    /// <summary>What a sitter writes to a client.</summary>
    public static Task<Inspection> OfSitterAsync(SnoutDbContext db, Suspect suspect, CancellationToken cancellationToken) =>
        InspectAsync(db, rules => rules.ForSitters, suspect, cancellationToken);

    /// <summary>What a client writes, as a sitter would get it.</summary>
    public static Task<Inspection> OfClientAsync(SnoutDbContext db, Suspect suspect, CancellationToken cancellationToken) =>
        InspectAsync(db, rules => rules.ForClients, suspect, cancellationToken);

    /// <summary>What the office writes: whatever is in it is a note.</summary>
    public static Task<Inspection> OfOfficeAsync(SnoutDbContext db, Suspect suspect, CancellationToken cancellationToken) =>
        InspectAsync(db, _ => new PoachingPolicy(PoachingAction.Off), suspect, cancellationToken);

    /// <summary>
    /// Nearly every message is clean without any list, so the rules and the lists are read only when something was found
    /// that they might be about.
    /// </summary>
    private static async Task<Inspection> InspectAsync(
        SnoutDbContext db, Func<PoachingRules, PoachingPolicy> choose, Suspect suspect, CancellationToken cancellationToken)
    {
        if (Find(new Detector(), suspect).Count == 0)
        {
            return Inspection.Clean;
        }

        var found = Find(new Detector(await AllowedContacts.OfAsync(db, suspect.ClientId, cancellationToken)), suspect);
        var policy = choose(await db.RulesAsync(cancellationToken));
        return new Inspection([.. found.Select(item => new JudgedFinding(item.Finding, policy.Answer(item.Finding), item.Attachment))]);
    }

    private static List<(Finding Finding, int? Attachment)> Find(Detector detector, Suspect suspect)
    {
        var found = detector.Inspect(suspect.Body, suspect.Before).Select(finding => (finding, (int?)null)).ToList();
        foreach (var (position, text) in suspect.Attachments)
        {
            found.AddRange(detector.Inspect(text).Select(finding => (finding, (int?)position)));
        }

        found.AddRange(detector.Inspect(suspect.Name).Select(finding => (finding with { Start = 0, Length = 0 }, (int?)null)));

        return found;
    }
}

/// <summary>A message about to be stored, as the police see it.</summary>
/// <param name="ClientId">Whose vet and emergency contact may be named.</param>
/// <param name="Before">What was delivered between the two shortly before, the oldest first.</param>
public sealed record Suspect(Guid ClientId, string Body, IReadOnlyList<string> Before)
{
    /// <summary>The writer's name where the message tells it: a name can be a number too. What is found in it has no span.</summary>
    public string Name { get; init; } = "";

    /// <summary>The readable attachments as text, each by its position.</summary>
    public IReadOnlyList<(int Position, string Text)> Attachments { get; init; } = [];
}

internal static class PoliceQueries
{
    /// <summary>The business's rules; the usual ones where it has none of its own.</summary>
    public static async Task<PoachingRules> RulesAsync(this SnoutDbContext db, CancellationToken cancellationToken) =>
        await db.PoachingRules.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new PoachingRules { OrganizationId = db.OrganizationId };
}
