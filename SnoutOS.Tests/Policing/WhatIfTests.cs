using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing;

public class WhatIfTests(AppWithClock product) : IClassFixture<AppWithClock>
{
    private const string Phone = "my cell is 212-555-0142";
    private const string Mail = "jane@example.com";
    private const string Clean = "Biscuit ate all of his dinner";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_would_be_answered_otherwise_is_told_with_its_types()
    {
        var business = await Correspondence.OpenAsync(product.App);
        await business.AddAsync(Written.BySitter, Clean, Phone, Mail);
        await business.AddAsync(Written.ToSitter, Clean, Phone, Mail);
        var edited = RuleSet.Usual
            .With(Direction.Outbound, FindingType.PhoneNumber, PoachingAction.Flag)
            .With(Direction.Inbound, FindingType.PhoneNumber, PoachingAction.Block);

        var report = await RunAsync(business, edited);

        Assert.Equal((6, 2), (report.Checked, report.Changed));
        var through = Assert.Single(report[WhatIfChange.LetThrough].First);
        Assert.Equal((Phone, PoachingAction.Block, PoachingAction.Flag), (through.Body, through.InForce, through.Edited));
        Assert.Equal(("Ana Silva", "Robin Vale", business.RobinsThread), (through.AuthorName, through.ClientName, through.ThreadId));
        Assert.Equal("212-555-0142", Phone.Substring(through.Findings[0].Start, through.Findings[0].Length));
        var held = Assert.Single(report[WhatIfChange.Blocked].First);
        Assert.Equal((Phone, Direction.Inbound, PoachingAction.Mask), (held.Body, held.Direction, held.InForce));
        Assert.Equal([(FindingType.PhoneNumber, 1)], report[WhatIfChange.Blocked].ByType.Select(type => (type.Key, type.Value)));
    }

    [Theory]
    [InlineData(PoachingAction.Off, PoachingAction.Block, WhatIfChange.Blocked)]
    [InlineData(PoachingAction.Flag, PoachingAction.Mask, WhatIfChange.Masked)]
    [InlineData(PoachingAction.Block, PoachingAction.Mask, WhatIfChange.Masked)]
    [InlineData(PoachingAction.Off, PoachingAction.Flag, WhatIfChange.Flagged)]
    [InlineData(PoachingAction.Mask, PoachingAction.Flag, WhatIfChange.LetThrough)]
    [InlineData(PoachingAction.Flag, PoachingAction.Off, WhatIfChange.LetThrough)]
    public async Task Each_change_has_its_kind(PoachingAction inForce, PoachingAction edited, WhatIfChange change)
    {
        var business = await Correspondence.OpenAsync(product.App);
        await business.AddAsync(Written.BySitter, Phone);
        await product.App.Get<RuleBook>().SaveAsync(business.Owner, RuleSet.Usual.With(Direction.Outbound, FindingType.PhoneNumber, inForce), Stop);
        var report = await RunAsync(business, RuleSet.Usual.With(Direction.Outbound, FindingType.PhoneNumber, edited));
        Assert.Equal((1, 1), (report.Changed, report[change].Total));
    }

    [Fact]
    public async Task The_office_and_what_only_the_office_reads_are_left_out_and_so_is_what_is_long_ago()
    {
        var business = await Correspondence.OpenAsync(product.App);
        await business.AddAsync(Written.ByOwner, Phone);
        await business.AddAsync(Written.ToOwner, Phone);
        await business.AddAsync(Written.BySitter, TimeSpan.FromDays(91), business.RobinsThread, Phone);
        Assert.Equal((0, 0), ((await RunAsync(business, Nothing)).Checked, (await RunAsync(business, Nothing)).Changed));
        await business.AddAsync(Written.BySitter, TimeSpan.FromDays(89), business.RobinsThread, Phone);
        Assert.Equal(1, (await RunAsync(business, Nothing)).Changed);
    }

    [Fact]
    public async Task What_the_owner_handed_over_is_masked_at_most()
    {
        var business = await Correspondence.OpenAsync(product.App);
        await business.AddAsync(Written.HandedOver, Phone);
        var holds = RuleSet.Usual.With(Direction.Inbound, FindingType.PhoneNumber, PoachingAction.Block);
        Assert.Equal(0, (await RunAsync(business, holds)).Changed);
        Assert.Equal((PoachingAction.Mask, PoachingAction.Off), Assert.Single((await RunAsync(business, Nothing))[WhatIfChange.LetThrough].First) is var told
            ? (told.InForce, told.Edited) : default);
    }

    [Fact]
    public async Task What_may_be_named_is_no_change_for_whom_it_may_be_named()
    {
        var business = await Correspondence.OpenAsync(product.App);
        await business.AddAsync(Written.BySitter, TimeSpan.FromDays(1), business.RobinsThread, Phone, Mail, $"call {PhoneNumberReader.Whole(business.FrontDesk)}");
        await business.AddAsync(Written.BySitter, TimeSpan.FromDays(1), business.CaseysThread, Phone);
        Assert.Equal(3, (await RunAsync(business, Nothing)).Changed);

        // The number is that of Robin's vet, and nobody else's.
        await business.ChangeAsync(async db => db.ClientPhones.Add(new ClientPhone
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(TestTime.Noon),
            ClientId = (await db.Clients.SingleAsync(client => client.Id == business.Robin)).Id,
            Phone = PhoneNumber.Parse("+12125550142", null),
            Kind = ClientPhoneKind.Vet,
        }));
        var withVet = await RunAsync(business, Nothing);
        Assert.Equal([business.RobinsThread, business.CaseysThread], withVet[WhatIfChange.LetThrough].First.OrderBy(told => told.Body == Phone).Select(told => told.ThreadId));

        Assert.IsType<AllowResult.Allowed>(await product.App.Get<AllowedContacts>().AddAsync(business.Owner, "example.com", "Ours", evenSomebodys: false, Stop));
        Assert.Equal(1, (await RunAsync(business, Nothing)).Changed);
    }

    [Fact]
    public async Task One_business_never_sees_anothers_messages()
    {
        var (business, other) = (await Correspondence.OpenAsync(product.App), await Correspondence.OpenAsync(product.App));
        await other.AddAsync(Written.BySitter, Phone);
        Assert.Equal(0, (await RunAsync(business, Nothing)).Checked);
        Assert.Equal(1, (await RunAsync(other, Nothing)).Changed);
    }

    [Fact]
    public async Task Messages_of_one_instant_are_each_judged_once_and_only_the_newest_are_kept()
    {
        var business = await Correspondence.OpenAsync(product.App);
        await business.AddAsync(Written.BySitter, TimeSpan.FromDays(2), business.RobinsThread, Enumerable.Repeat(Phone, 700));
        await business.AddAsync(Written.BySitter, TimeSpan.FromDays(1), business.RobinsThread, Enumerable.Repeat(Clean, 499).Append(Mail));
        var told = new Told();
        var report = await product.App.Get<WhatIf>().RunAsync(business.Owner, Nothing, told, Stop);
        Assert.Equal([(0, 1200), (500, 1200), (1000, 1200), (1200, 1200)], told.Reports.Select(seen => (seen.Done, seen.Total)));
        var through = report[WhatIfChange.LetThrough];
        Assert.Equal((1200, 701, WhatIfGroup.Most), (report.Checked, through.Total, through.First.Count));
        Assert.Equal(Mail, through.First[0].Body);
        Assert.Equal(through.First.Count, through.First.Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_run_stops_where_it_is_cancelled_and_has_written_nothing()
    {
        var business = await Correspondence.OpenAsync(product.App);
        await business.AddAsync(Written.BySitter, TimeSpan.FromDays(1), business.RobinsThread, Enumerable.Repeat(Phone, 1100));
        using var cancel = new CancellationTokenSource();
        var told = new Told { Then = seen => { if (seen.Done > 0) { cancel.Cancel(); } } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => product.App.Get<WhatIf>().RunAsync(business.Owner, Nothing, told, cancel.Token));
        Assert.Equal(500, told.Reports[^1].Done);
        await using var db = product.App.Db(business.Owner.OrganizationId);
        Assert.Equal((0, 0), (await db.MessageFindings.CountAsync(Stop), await db.Violations.CountAsync(Stop)));
    }

    /// <summary>Rules that do nothing, so that whatever the usual ones do something about is a change.</summary>
    private static RuleSet Nothing => new(new PoachingPolicy(PoachingAction.Off), new PoachingPolicy(PoachingAction.Off), 0);

    private Task<WhatIfReport> RunAsync(Correspondence business, RuleSet edited) =>
        product.App.Get<WhatIf>().RunAsync(business.Owner, edited, new Told(), Stop);

    private sealed class Told : IProgress<WhatIfProgress>
    {
        public List<WhatIfProgress> Reports { get; } = [];

        public Action<WhatIfProgress> Then { get; init; } = _ => { };

        public void Report(WhatIfProgress value)
        {
            Reports.Add(value);
            Then(value);
        }
    }
}
