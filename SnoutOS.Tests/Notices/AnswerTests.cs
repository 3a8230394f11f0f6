using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Notices;

/// <summary>The product's own answers, from a text at the door to the provider.</summary>
public sealed class AnswerTests(Product product) : IClassFixture<Product>
{
    private static readonly OpenDay[] Mornings = [.. Enum.GetValues<DayOfWeek>().Select(day => new OpenDay(day, new TimeOnly(6, 0), new TimeOnly(6, 30)))];

    [Fact]
    public async Task Whoever_texts_a_pool_number_that_is_not_theirs_is_told_where_to_write_once()
    {
        var office = await product.OpenOfficeAsync();
        var (stranger, pool) = (Businesses.NextNumber(), await AddPoolAsync(office));
        var thread = await office.TextInAsync(stranger, "Is Ana coming?", pool);
        await office.TextInAsync(stranger, "Hello??", pool);
        await SentAsync(office, thread);

        var sms = Assert.Single(product.Provider.Asked, sms => sms.To == stranger);
        Assert.Equal(pool, sms.From);
        Assert.Contains(PhoneNumberReader.Whole(office.Business.FrontDesk), sms.Body, StringComparison.Ordinal);
        await using var db = office.Db();
        var row = await db.Threads.SingleAsync();
        Assert.Equal((office.Business.FrontDeskId, 3), (row.NumberId, row.MessageCount));
        Assert.NotNull(row.NeedsOwnerSince);
        Assert.All(await db.RoutingDecisions.ToListAsync(), decision => Assert.Equal(RoutingReason.PoolMismatch, decision.Reason));
    }

    [Fact]
    public async Task After_hours_the_office_says_that_it_is_closed()
    {
        var office = await product.OpenOfficeAsync();
        var sender = Businesses.NextNumber();
        await office.TextInAsync(sender, "Are you there?");
        await product.App.Get<OfficeHours>().ReplaceAsync(office.Owner, Mornings, CancellationToken.None);
        var thread = await office.TextInAsync(sender, "Still there?");
        await SentAsync(office, thread);
        Assert.Contains("closed", Assert.Single(product.Provider.Asked, sms => sms.To == sender).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("please stop texting me")]
    [InlineData("Automatic reply: I am out of the office.")]
    public async Task Some_texts_are_answered_by_nobody(string body)
    {
        var office = await product.OpenOfficeAsync();
        var pool = await AddPoolAsync(office);
        await product.App.Get<OfficeHours>().ReplaceAsync(office.Owner, Mornings, CancellationToken.None);
        await office.TextInAsync(Businesses.NextNumber(), body, pool);
        await NoneAsync(office);
    }

    [Fact]
    public async Task What_was_kept_for_a_while_is_answered_by_people_only()
    {
        var office = await product.OpenOfficeAsync();
        var pool = await AddPoolAsync(office);
        await SwitchAsync(office, false);
        (await product.Webhooks.TextAsync(Businesses.NextNumber().E164, pool.E164, "Hello?")).EnsureSuccessStatusCode();
        await office.ProcessedAsync();
        product.Clock.Advance(TimeSpan.FromMinutes(16));
        await SwitchAsync(office, true);
        await Until.TrueAsync(async () =>
        {
            product.Clock.Advance(TimeSpan.FromSeconds(1));
            await using var db = office.Db();
            return await db.Messages.AnyAsync();
        });
        await NoneAsync(office);
    }

    [Theory]
    [InlineData(RoutingReason.PoolMismatch, NoticeKind.PoolMismatch, NoticeKind.PoolMismatch)]
    [InlineData(RoutingReason.FrontDesk, null, NoticeKind.AfterHours)]
    [InlineData(RoutingReason.NoActiveWindow, null, NoticeKind.AfterHours)]
    [InlineData(RoutingReason.ConsentKeyword, null, null)]
    [InlineData(RoutingReason.StaffSender, null, null)]
    public void A_notice_follows_from_the_route_and_the_hours(RoutingReason reason, NoticeKind? open, NoticeKind? closed)
    {
        var (always, never) = (new BusinessClock(TimeZoneInfo.Utc, []), new BusinessClock(TimeZoneInfo.Utc, [new() { Day = DayOfWeek.Monday, Opens = new(1, 0), Closes = new(1, 1) }]));
        var route = new Route(RoutingTarget.OwnerInbox, reason);
        Assert.Equal(open, NoticeChoice.Of(route, always, TestTime.Noon));
        Assert.Equal(closed, NoticeChoice.Of(route, never, TestTime.Noon));
        Assert.Null(NoticeChoice.Of(new Route(RoutingTarget.Sitter, RoutingReason.ActiveWindow, Guid.Empty), never, TestTime.Noon));
    }

    private static async Task SentAsync(Office office, Guid thread)
    {
        await using var db = office.Db();
        var notice = await db.Messages.SingleAsync(row => row.ThreadId == thread && row.Purpose == MessagePurpose.Notice);
        await office.StatusIsAsync(notice.Id, MessageStatus.Sending);
    }

    private static async Task NoneAsync(Office office)
    {
        await using var db = office.Db();
        Assert.Equal((0, 0), (await db.Messages.CountAsync(row => row.Direction == Direction.Outbound), await db.Outbox.CountAsync()));
    }

    private async Task<PhoneNumber> AddPoolAsync(Office office)
    {
        var pool = Businesses.NextNumber();
        Assert.IsType<NumberAddition.Added>(await product.App.Get<NumberBook>().AddAsync(office.Owner, pool, NumberClass.Pool, null, CancellationToken.None));
        return pool;
    }

    private Task SwitchAsync(Office office, bool on) => product.App.Get<MessagingFlags>()
        .SetOrganizationAsync(office.Owner, new Dictionary<Flag, bool?> { [Flag.Messaging] = on }, "test", CancellationToken.None);
}
