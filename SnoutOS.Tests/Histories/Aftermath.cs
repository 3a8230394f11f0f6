using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Tests.Histories;

/// <summary>What must be true of the rows, whatever happened.</summary>
internal static class Aftermath
{
    public static async Task JudgeAsync(SnoutDbContext db)
    {
        await NobodyReceivedOutsideAWindowAsync(db);
        await NoMessageIsWithAnotherClientAsync(db);
        await OneLeaseAtATimeAsync(db);
        await OneLiveWindowPerVisitAsync(db);
        await DecisionsReplayAsync(db);
    }

    private static async Task NobodyReceivedOutsideAWindowAsync(SnoutDbContext db)
    {
        var shared = await db.SharedMessages.AsNoTracking()
            .Where(row => row.Reason == ShareReason.Routed || row.Reason == ShareReason.Wrote)
            .Join(db.Threads, row => row.ThreadId, thread => thread.Id, (row, thread) => new { Row = row, thread.ClientId }).ToListAsync();
        var anyway = await db.Violations.Where(row => row.Outcome == ViolationOutcome.ForceSent).Select(row => row.MessageId).ToHashSetAsync();
        var windows = (await db.Windows.AsNoTracking().ToListAsync()).ToLookup(window => (window.SitterId, window.ClientId));
        Assert.All(shared, share => Assert.Contains(
            windows[(share.Row.SitterId, share.ClientId)],
            window => new[] { share.Row.MessageAt, anyway.Contains(share.Row.MessageId) ? share.Row.MessageAt : share.Row.SharedAt }.All(instant =>
                window.CreatedAt <= instant && window.OpensAt <= instant && instant < window.ClosesAt
                && (window.CancelledAt is null || instant <= window.CancelledAt))));
    }

    private static async Task NoMessageIsWithAnotherClientAsync(SnoutDbContext db)
    {
        var inbound = await db.Messages.Where(message => message.Direction == Direction.Inbound)
            .Join(db.ProviderEvents, message => message.ProviderSid, item => item.ProviderSid, (message, item) => new { message.ThreadId, item.Sender })
            .Join(db.Threads, row => row.ThreadId, thread => thread.Id, (row, thread) => new { row.Sender, thread.ClientId }).ToListAsync();
        var holders = (await db.ClientPhones.AsNoTracking().ToListAsync()).ToDictionary(phone => phone.Phone.E164, phone => phone.ClientId, StringComparer.Ordinal);
        Assert.All(inbound, row => Assert.Equal(holders[row.Sender], row.ClientId));
        Assert.Empty(await db.SharedMessages
            .Join(db.Messages, row => row.MessageId, message => message.Id, (row, message) => new { Shown = row.ThreadId, message.ThreadId })
            .Where(row => db.Threads.First(thread => thread.Id == row.Shown).ClientId != db.Threads.First(thread => thread.Id == row.ThreadId).ClientId)
            .ToListAsync());
    }

    private static async Task OneLeaseAtATimeAsync(SnoutDbContext db)
    {
        var leases = await db.Leases.AsNoTracking().OrderBy(lease => lease.StartedAt).ThenBy(lease => lease.ReleasedAt == null).ToListAsync();
        foreach (var ofClient in leases.GroupBy(lease => lease.ClientId))
        {
            Assert.All(ofClient.Zip(ofClient.Skip(1)), pair => Assert.True(
                pair.First.ReleasedAt <= pair.Second.StartedAt, "A client held two leases at once."));
        }
    }

    private static async Task OneLiveWindowPerVisitAsync(SnoutDbContext db) =>
        Assert.Empty(await db.Windows.Where(window => window.CancelledAt == null)
            .GroupBy(window => window.VisitId).Where(ofVisit => ofVisit.Count() > 1).Select(ofVisit => ofVisit.Key).ToListAsync());

    private static async Task DecisionsReplayAsync(SnoutDbContext db)
    {
        foreach (var decision in await db.RoutingDecisions.AsNoTracking().ToListAsync())
        {
            var facts = JsonSerializer.Deserialize<RoutingFacts>(decision.Facts)!;
            Assert.Equal(new Route(decision.Target, decision.Reason, decision.SitterId), Router.Decide(facts, decision.DecidedAt));
        }
    }
}
