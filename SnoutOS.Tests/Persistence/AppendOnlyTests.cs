using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Persistence;

/// <summary>What was written down about acts and decisions stays as it was written, whoever asks the database.</summary>
public abstract class AppendOnlyTests(AppWithClock product)
{
    [Fact]
    public async Task No_row_of_the_audit_log_is_changed_or_deleted()
    {
        var business = await product.App.OpenBusinessAsync();
        await using var db = product.App.Db(business.OrganizationId);
        await RefusedAsync(db.Audit.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Reason, "Nothing to see")));
        await RefusedAsync(db.Audit.ExecuteDeleteAsync());
        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Reason == ""));
    }

    [Fact]
    public async Task No_routing_decision_is_changed_or_deleted()
    {
        var business = await product.App.OpenBusinessAsync();
        await using var db = product.App.Db(business.OrganizationId);
        db.Add(new RoutingDecision
        {
            OrganizationId = business.OrganizationId,
            Id = Guid.CreateVersion7(TestTime.Noon),
            Target = RoutingTarget.OwnerInbox,
            Reason = RoutingReason.FrontDesk,
            NumberClass = NumberClass.FrontDesk,
            Facts = "{}",
            DecidedAt = TestTime.Noon,
        });
        await db.SaveChangesAsync();
        await RefusedAsync(db.RoutingDecisions.ExecuteUpdateAsync(set => set.SetProperty(decision => decision.Facts, "[]")));
        await RefusedAsync(db.RoutingDecisions.ExecuteDeleteAsync());
        Assert.Equal("{}", (await db.RoutingDecisions.AsNoTracking().SingleAsync()).Facts);
    }

    [Fact]
    public async Task Acts_at_once_make_one_chain()
    {
        var business = await product.App.OpenBusinessAsync();
        var owner = new Actor(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner);
        var numbers = product.App.Get<NumberBook>();
        var added = await Task.WhenAll(Enumerable.Range(0, 32)
            .Select(_ => numbers.AddAsync(owner, Businesses.NextNumber(), NumberClass.Pool, sitterId: null, CancellationToken.None)));
        Assert.All(added, addition => Assert.IsType<NumberAddition.Added>(addition));
        await using var db = product.App.Db(business.OrganizationId);
        var chain = await db.Audit.OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 34).Select(n => (long)n), chain);
        Assert.DoesNotContain(await product.App.Get<AuditLog>().VerifyAsync(CancellationToken.None), broken => broken.OrganizationId == business.OrganizationId);
    }

    private static async Task RefusedAsync(Task change) =>
        Assert.Contains("never", (await Assert.ThrowsAnyAsync<DbException>(() => change)).Message, StringComparison.Ordinal);
}
