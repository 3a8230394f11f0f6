using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Organizations;

/// <summary>What became of joining two cards, or of taking it back.</summary>
public enum MergeResult
{
    Done,

    /// <summary>No such client in the organization.</summary>
    NotFound,

    /// <summary>A card cannot be merged into itself, nor with a service or a member of the staff.</summary>
    NotMergeable,

    /// <summary>One of the two was merged before.</summary>
    AlreadyMerged,

    /// <summary>A merge can be undone for <see cref="ClientMerges.UndoDays"/> days.</summary>
    TooLate,

    /// <summary>The card it was merged into was merged in its turn: that has to be taken back first.</summary>
    SurvivorMerged,
}

/// <summary>
/// Joins two cards that turned out to be one client. Phones, bookings and the pool number move to the survivor; the
/// other's threads stay as earlier conversations, and no message moves.
/// </summary>
public sealed class ClientMerges(SnoutDb database, Writer writer, TimeProvider clock)
{
    public const int UndoDays = 30;

    /// <summary>What a merge would move. Null when the two cannot be merged.</summary>
    public async Task<MergeOutlook?> LookAheadAsync(Actor reader, Guid mergedId, Guid survivorId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var merged = await db.Clients.AsNoTracking().Include(row => row.Phones).FirstOrDefaultAsync(row => row.Id == mergedId, cancellationToken);
        var survivor = await db.Clients.AsNoTracking().FirstOrDefaultAsync(row => row.Id == survivorId, cancellationToken);
        return Objection(merged, survivor) is null
            ? await MergeOutlook.ReadAsync(db, merged!, survivor!, cancellationToken)
            : null;
    }

    public Task<MergeResult> MergeAsync(Actor actor, Guid mergedId, Guid survivorId, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var merged = await db.Clients.FirstOrDefaultAsync(row => row.Id == mergedId, cancellationToken);
            var survivor = await db.Clients.FirstOrDefaultAsync(row => row.Id == survivorId, cancellationToken);
            if (Objection(merged, survivor) is { } objection)
            {
                return objection;
            }

            var now = clock.GetUtcNow();
            var moved = await WhatMoves.MoveAsync(db, mergedId, survivorId, now, cancellationToken);
            merged!.MergedIntoId = survivorId;
            survivor!.Kind = ClientKind.Client;
            db.ClientMerges.Add(new ClientMerge
            {
                OrganizationId = actor.OrganizationId,
                Id = Guid.CreateVersion7(now),
                SurvivorId = survivorId,
                MergedId = mergedId,
                MergedAt = now,
                Moved = JsonSerializer.Serialize(moved),
            });
            await SayAsync(db, actor, "client.merged", mergedId, survivorId, cancellationToken);
            return MergeResult.Done;
        }, cancellationToken);

    /// <summary>Takes the merge of a card back: what moved and is still there moves home.</summary>
    public Task<MergeResult> UndoAsync(Actor actor, Guid mergedId, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var now = clock.GetUtcNow();
            var merge = await db.ClientMerges.FirstOrDefaultAsync(row => row.MergedId == mergedId && row.UndoneAt == null, cancellationToken);
            if (merge is null)
            {
                return MergeResult.NotFound;
            }

            if (now > merge.MergedAt.AddDays(UndoDays))
            {
                return MergeResult.TooLate;
            }

            if (await db.Clients.AnyAsync(row => row.Id == merge.SurvivorId && row.MergedIntoId != null, cancellationToken))
            {
                return MergeResult.SurvivorMerged;
            }

            await JsonSerializer.Deserialize<WhatMoves>(merge.Moved)!.MoveHomeAsync(db, merge.SurvivorId, mergedId, cancellationToken);
            (await db.Clients.FirstAsync(row => row.Id == mergedId, cancellationToken)).MergedIntoId = null;
            merge.UndoneAt = now;
            await SayAsync(db, actor, "client.unmerged", mergedId, merge.SurvivorId, cancellationToken);
            return MergeResult.Done;
        }, cancellationToken);

    private static MergeResult? Objection(Client? merged, Client? survivor) => (merged, survivor) switch
    {
        (null, _) or (_, null) => MergeResult.NotFound,
        _ when merged.Id == survivor.Id || !IsAPerson(merged) || !IsAPerson(survivor) => MergeResult.NotMergeable,
        _ when merged.MergedIntoId is not null || survivor.MergedIntoId is not null => MergeResult.AlreadyMerged,
        _ => null,
    };

    private static bool IsAPerson(Client client) => client.Kind is ClientKind.Client or ClientKind.Contact or ClientKind.Spam;

    private async Task SayAsync(
        SnoutDbContext db, Actor actor, string action, Guid mergedId, Guid survivorId, CancellationToken cancellationToken)
    {
        await AuditLog.AppendAsync(db, AuditAct.By(actor, action, $"client {mergedId}", $"client {survivorId}"), clock.GetUtcNow(), cancellationToken);
        await db.AnnounceThreadsOfAsync([mergedId, survivorId], cancellationToken);
    }
}
