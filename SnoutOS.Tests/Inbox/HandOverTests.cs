using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Inbox;

/// <summary>What of a conversation is handed over, to whom, and what the owner is told beforehand.</summary>
public sealed class HandOverTests(AppWithClock host) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private Business _business = null!;
    private Actor _owner = null!;
    private Guid _ana;
    private Guid _threadId;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _business = await host.App.OpenBusinessAsync();
        _owner = new Actor(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner);
        _ana = (await host.App.HireAsync(_business.OrganizationId, Role.Sitter, "Ana Silva")).SitterId!.Value;
        await host.App.Get<NumberBook>().AddAsync(_owner, Businesses.NextNumber(), NumberClass.Pool, sitterId: null, Stop);
        var now = host.Clock.GetUtcNow();
        await host.App.Get<Writer>().CommitAsync(_business.OrganizationId, db =>
        {
            var client = db.AddClient("Robin Vale", now);
            var thread = db.AddThread(client.Id, _business.FrontDeskId, now.AddDays(-2));
            db.AddVisit(client.Id, _ana, now.AddHours(3));
            Receive(db, thread, "The day before yesterday", now.AddHours(-30), needsOwner: false);
            Receive(db, thread, "This morning", now.AddHours(-5), needsOwner: false);
            Receive(db, thread, "Just now", now.AddMinutes(-5), needsOwner: true);
            _threadId = thread.Id;
            return Task.CompletedTask;
        }, Stop);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(HandOverReach.LastDay, "This morning|Just now")]
    [InlineData(HandOverReach.WhatWaits, "Just now")]
    public async Task Hands_over_what_was_meant_and_nothing_older(HandOverReach reach, string expected)
    {
        var told = await TellAsync();
        var done = Assert.IsType<HandOverResult.HandedOver>(await host.App.Get<HandOver>().ToSitterAsync(_owner, _threadId, _ana, reach, Stop));
        Assert.Equal((_ana, "Ana Silva"), (done.SitterId, done.SitterName));
        Assert.Equal(reach == HandOverReach.LastDay ? told.LastDay : told.Waiting, done.Messages);
        await using var db = host.App.Db(_business.OrganizationId);
        var seen = await db.SharedMessages.OrderBy(row => row.MessageAt).Join(db.Messages, row => row.MessageId, row => row.Id, (_, row) => row.Body).ToListAsync(Stop);
        Assert.Equal(expected, string.Join('|', seen));
    }

    [Fact]
    public async Task The_owner_is_told_who_comes_next_and_for_which_visit()
    {
        var told = await TellAsync();
        var next = Assert.Single(told.Near);
        Assert.Equal(("Ana Silva", false), (next.Name, next.IsThereAt(host.Clock.GetUtcNow())));
        Assert.Empty(told.Present);
        Assert.Null(told.Companion);
        Assert.Equal(("walk", "Ana Silva"), (told.Visit!.Service, told.Visit.SitterName));
    }

    [Fact]
    public async Task A_locked_sitter_is_not_offered()
    {
        await host.App.Get<Writer>().CommitAsync(
            _business.OrganizationId, async db => (await db.Sitters.SingleAsync(row => row.Id == _ana)).Status = SitterStatus.Locked, Stop);
        Assert.Empty((await TellAsync()).Near);
    }

    [Fact]
    public async Task It_is_for_the_office_alone()
    {
        Assert.Null(await host.App.Get<SurroundingsReader>().OfAsync(_owner with { Role = Role.Sitter }, _threadId, Stop));
        var other = await host.App.OpenBusinessAsync();
        Assert.Null(await host.App.Get<SurroundingsReader>().OfAsync(_owner with { OrganizationId = other.OrganizationId }, _threadId, Stop));
    }

    private async Task<Surroundings> TellAsync() => (await host.App.Get<SurroundingsReader>().OfAsync(_owner, _threadId, Stop))!;

    private static void Receive(SnoutDbContext db, MessageThread thread, string body, DateTimeOffset at, bool needsOwner)
    {
        var message = new Message
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(at),
            ThreadId = thread.Id,
            Direction = Direction.Inbound,
            AuthorKind = AuthorKind.Client,
            AuthorName = "Robin Vale",
            Body = body,
            Status = MessageStatus.Received,
            CreatedAt = at,
        };
        db.Messages.Add(message);
        thread.Receive(message, null, needsOwner);
    }
}
