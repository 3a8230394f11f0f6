using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Organizations;

/// <summary>A colleague who could take over.</summary>
public sealed record Colleague(Guid Id, string Name);

/// <summary>What offboarding a sitter now would mean.</summary>
/// <param name="Number">The number that would rest; null for a sitter without one.</param>
public sealed record OffboardingOutlook(
    int UnfinishedVisits, int WaitingConversations, PhoneNumber? Number, DateTimeOffset RestsUntil, IReadOnlyList<Colleague> Colleagues);

/// <summary>
/// How a sitter leaves, all at once: number, account, visits, windows and what waits for them. And how they come back,
/// to the same number while it still rests.
/// </summary>
public sealed class SitterOffboarding(SnoutDb database, Writer writer, MessagingFlags flags, TimeProvider clock)
{
    private const int MostColleagues = 200;

    /// <summary>Null when the organization has no such sitter.</summary>
    public async Task<OffboardingOutlook?> LookAheadAsync(Actor reader, Guid sitterId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        if (!await db.Sitters.AnyAsync(sitter => sitter.Id == sitterId, cancellationToken))
        {
            return null;
        }

        var colleagues = await db.Sitters.AsNoTracking()
            .Where(sitter => sitter.Id != sitterId && sitter.Status == SitterStatus.Active)
            .OrderBy(sitter => sitter.Name).Take(MostColleagues)
            .Select(sitter => new Colleague(sitter.Id, sitter.Name)).ToListAsync(cancellationToken);
        return new OffboardingOutlook(
            await SitterWork.UnfinishedVisits(db, sitterId, now).CountAsync(cancellationToken),
            await WaitingMessages.WaitingFor(db, sitterId).CountAsync(cancellationToken),
            await db.Numbers.OfSitter(sitterId).Select(number => (PhoneNumber?)number.Phone).FirstOrDefaultAsync(cancellationToken),
            now + NumberLife.CoolDown,
            colleagues);
    }

    /// <param name="handOverTo">The sitter who takes over the unfinished visits; null leaves these without one.</param>
    public async Task<StandingChange> OffboardAsync(
        Actor actor, Guid sitterId, string reason, Guid? handOverTo, CancellationToken cancellationToken)
    {
        var isProactive = await flags.IsProactiveAsync(actor.OrganizationId, cancellationToken);
        return await writer.CommitAsync<StandingChange>(actor.OrganizationId, async db =>
        {
            var sitter = await db.Sitters.FirstOrDefaultAsync(row => row.Id == sitterId, cancellationToken);
            if (sitter is null or { Status: SitterStatus.Offboarded })
            {
                return sitter is null ? new StandingChange.NotFound() : new StandingChange.Offboarded();
            }

            if (handOverTo is not null && await ObjectionAsync(db, sitterId, handOverTo.Value, cancellationToken) is { } objection)
            {
                return objection;
            }

            var now = clock.GetUtcNow();
            (sitter.Status, sitter.OffboardedAt) = (SitterStatus.Offboarded, now);
            await AuditLog.AppendAsync(db, AuditAct.By(actor, "sitter.offboarded", $"sitter {sitterId}", reason: reason), now, cancellationToken);
            await RestNumberAsync(db, sitterId, now, cancellationToken);
            await db.GiveAllToOwnerAsync(sitterId, cancellationToken);
            await db.PassOnAsync(sitterId, handOverTo, isProactive, now, cancellationToken);
            await LockOutAsync(db, sitter, now, cancellationToken);
            return new StandingChange.Changed(sitterId);
        }, cancellationToken);
    }

    public Task<StandingChange> RehireAsync(Actor actor, Guid sitterId, string reason, CancellationToken cancellationToken) =>
        writer.CommitAsync<StandingChange>(actor.OrganizationId, async db =>
        {
            var sitter = await db.Sitters.FirstOrDefaultAsync(row => row.Id == sitterId, cancellationToken);
            if (sitter is not { Status: SitterStatus.Offboarded })
            {
                return sitter is null ? new StandingChange.NotFound() : new StandingChange.NotOffboarded();
            }

            var now = clock.GetUtcNow();
            (sitter.Status, sitter.OffboardedAt) = (SitterStatus.Active, null);
            if (await db.PersonAsync(sitter, cancellationToken) is { } person)
            {
                person.LockoutEnd = null;
            }

            var resting = await db.Numbers.Where(row => row.FormerSitterId == sitterId && row.CoolsUntil > now)
                .OrderByDescending(row => row.CoolsUntil).FirstOrDefaultAsync(cancellationToken);
            if (resting is not null)
            {
                resting.Become(NumberClass.Sitter, sitterId);
                await db.AnnounceNumberAsync(resting.Id, cancellationToken);
            }

            await AuditLog.AppendAsync(db, AuditAct.By(actor, "sitter.rehired", $"sitter {sitterId}", reason: reason), now, cancellationToken);
            return new StandingChange.Changed(sitterId);
        }, cancellationToken);

    private static async Task<StandingChange?> ObjectionAsync(
        SnoutDbContext db, Guid sitterId, Guid successorId, CancellationToken cancellationToken)
    {
        var status = await db.Sitters.Where(row => row.Id == successorId).Select(row => (SitterStatus?)row.Status).FirstOrDefaultAsync(cancellationToken);
        return status is null ? new StandingChange.NotFound()
            : status != SitterStatus.Active || successorId == sitterId ? new StandingChange.SuccessorUnavailable()
            : null;
    }

    private static async Task RestNumberAsync(SnoutDbContext db, Guid sitterId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Numbers.OfSitter(sitterId).FirstOrDefaultAsync(cancellationToken) is { } number)
        {
            number.Retire(now);
            await AuditLog.AppendAsync(db, AuditAct.BySystem("number.cooling_down", $"number {number.Id}"), now, cancellationToken);
            await db.AnnounceNumberAsync(number.Id, cancellationToken);
        }
    }

    private static async Task LockOutAsync(SnoutDbContext db, Sitter sitter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.PersonAsync(sitter, cancellationToken) is { } person)
        {
            person.LockoutEnd = Endings.Forever;
            await db.EndSignInsAsync(person.Id, now, cancellationToken);
            await db.RevokePersonalTokensAsync(person.Id, now, cancellationToken);
        }
    }
}
