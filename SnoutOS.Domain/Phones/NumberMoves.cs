using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Phones;

/// <summary>Gives a number another use, or none. Conversations stay on their number whatever it becomes.</summary>
public sealed class NumberMoves(Writer writer, TimeProvider clock)
{
    /// <summary>Puts a number to use as this class. A new front desk takes the place of the old one in the same step.</summary>
    /// <param name="former">What becomes of the number that was the front desk; of no meaning for other classes.</param>
    public Task<NumberChange> ReclassifyAsync(
        Actor actor, Guid numberId, NumberClass wanted, Guid? sitterId, FormerFrontDesk former, CancellationToken cancellationToken) =>
        ChangeAsync(actor, numberId, async (db, number) =>
        {
            if (NumberLife.ObjectionTo(number, wanted, sitterId, clock.GetUtcNow()) is { } objection)
            {
                return objection;
            }

            if (number.Status == NumberStatus.Active && (number.Class, number.SitterId) == (wanted, sitterId))
            {
                return new NumberChange.Changed(number.Id);
            }

            return await ObjectionOfOthersAsync(db, number, wanted, sitterId, cancellationToken)
                ?? await PutToUseAsync(db, actor, number, wanted, sitterId, former, cancellationToken);
        }, cancellationToken);

    /// <summary>What speaks against giving the number to a sitter who is only just being taken on.</summary>
    internal static async Task<NumberChange?> ObjectionToHireAsync(
        SnoutDbContext db, MessageNumber? number, Guid sitterId, DateTimeOffset now, CancellationToken cancellationToken) =>
        number is null
            ? new NumberChange.NotFound()
            : NumberLife.ObjectionTo(number, NumberClass.Sitter, sitterId, now)
                ?? await ObjectionOfClientsAsync(db, number, NumberClass.Sitter, cancellationToken);

    /// <summary>Takes a number out of use: a sitter's rests, any other is released, and the leases on it end.</summary>
    public Task<NumberChange> ReleaseAsync(Actor actor, Guid numberId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, numberId, async (db, number) =>
        {
            var now = clock.GetUtcNow();
            if (number.IsCooling(now))
            {
                return new NumberChange.CoolingDown(number.CoolsUntil);
            }

            if (number.Status != NumberStatus.Active)
            {
                return new NumberChange.Changed(number.Id);
            }

            if (number.Class == NumberClass.FrontDesk)
            {
                return new NumberChange.NeedsSuccessor();
            }

            number.Retire(now);
            await db.Leases.Where(lease => lease.NumberId == number.Id && lease.ReleasedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.ReleasedAt, now), cancellationToken);
            await FinishAsync(db, AuditAct.By(actor, "number.released", $"number {number.Id}", TagWords.Of(number.Class)), number.Id, cancellationToken);
            return new NumberChange.Changed(number.Id);
        }, cancellationToken);

    private Task<NumberChange> ChangeAsync(
        Actor actor, Guid numberId, Func<SnoutDbContext, MessageNumber, Task<NumberChange>> change, CancellationToken cancellationToken) =>
        writer.CommitAsync(
            actor.OrganizationId,
            async db => await db.Numbers.FirstOrDefaultAsync(row => row.Id == numberId, cancellationToken) is { } number
                ? await change(db, number)
                : new NumberChange.NotFound(),
            cancellationToken);

    private async Task<NumberChange> PutToUseAsync(
        SnoutDbContext db, Actor actor, MessageNumber number, NumberClass wanted, Guid? sitterId, FormerFrontDesk former, CancellationToken cancellationToken)
    {
        if (wanted == NumberClass.FrontDesk)
        {
            await FrontDeskChange.ReplaceAsync(db, number, former, cancellationToken);
        }
        else
        {
            number.Become(wanted, sitterId);
        }

        var action = wanted == NumberClass.FrontDesk ? "front_desk.replaced" : "number.reclassified";
        await FinishAsync(db, AuditAct.By(actor, action, $"number {number.Id}", TagWords.Of(wanted)), number.Id, cancellationToken);
        return new NumberChange.Changed(number.Id);
    }

    private async Task FinishAsync(SnoutDbContext db, AuditAct act, Guid numberId, CancellationToken cancellationToken)
    {
        await AuditLog.AppendAsync(db, act, clock.GetUtcNow(), cancellationToken);
        await db.AnnounceNumberAsync(numberId, cancellationToken);
    }

    /// <summary>What others have to say: the sitter, the clients who hold it, the sitters who wrote on it.</summary>
    private static async Task<NumberChange?> ObjectionOfOthersAsync(
        SnoutDbContext db, MessageNumber number, NumberClass wanted, Guid? sitterId, CancellationToken cancellationToken)
    {
        if (sitterId is not null && await ObjectionOfSitterAsync(db, sitterId.Value, cancellationToken) is { } objection)
        {
            return objection;
        }

        return await ObjectionOfClientsAsync(db, number, wanted, cancellationToken)
            ?? (wanted == NumberClass.FrontDesk && await FrontDeskChange.WasSeenBySittersAsync(db, number.Id, cancellationToken)
                ? new NumberChange.SeenBySitters()
                : null);
    }

    private static async Task<NumberChange?> ObjectionOfClientsAsync(
        SnoutDbContext db, MessageNumber number, NumberClass wanted, CancellationToken cancellationToken)
    {
        var leases = wanted == NumberClass.Pool
            ? 0
            : await db.Leases.CountAsync(lease => lease.NumberId == number.Id && lease.ReleasedAt == null, cancellationToken);
        return leases > 0 ? new NumberChange.HasLeases(leases) : null;
    }

    private static async Task<NumberChange?> ObjectionOfSitterAsync(SnoutDbContext db, Guid sitterId, CancellationToken cancellationToken)
    {
        var sitter = await db.Sitters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == sitterId, cancellationToken);
        return sitter is null ? new NumberChange.SitterNotFound()
            : sitter.Status == SitterStatus.Offboarded ? new NumberChange.SitterOffboarded()
            : await db.Numbers.OfSitter(sitterId).AnyAsync(cancellationToken) ? new NumberChange.SitterHasNumber()
            : null;
    }
}
