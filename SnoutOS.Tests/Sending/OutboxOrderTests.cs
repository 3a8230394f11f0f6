using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Sending;

public sealed class OutboxOrderTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Of_two_messages_of_one_instant_the_later_waits_for_the_earlier()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        var (first, second) = (Guid.Parse("01900000-0000-7000-8000-000000000001"), Guid.Parse("01900000-0000-7000-8000-000000000002"));
        var now = product.Clock.GetUtcNow();
        await office.ChangeAsync(async db =>
        {
            // The earlier one was put off for a minute: the provider had too much to do.
            await AddAsync(db, thread, first, "First", now, now.AddMinutes(1));
            await AddAsync(db, thread, second, "Second", now, now);
        });
        product.App.Get<OutboxSignal>().Raise();
        await office.StatusIsAsync(second, MessageStatus.Sending);
        Assert.Equal("First, Second", string.Join(", ", product.Provider.Asked.Select(sms => sms.Body)));
    }

    private static async Task AddAsync(SnoutDbContext db, Guid threadId, Guid id, string body, DateTimeOffset now, DateTimeOffset nextAttemptAt)
    {
        var thread = await db.Threads.SingleAsync(row => row.Id == threadId);
        db.Messages.Add(new Message
        {
            OrganizationId = db.OrganizationId,
            Id = id,
            ThreadId = threadId,
            Direction = Direction.Outbound,
            AuthorKind = AuthorKind.Owner,
            Body = body,
            Status = MessageStatus.Queued,
            CreatedAt = now,
        });
        db.Outbox.Add(new OutboxEntry
        {
            OrganizationId = db.OrganizationId,
            MessageId = id,
            NumberId = thread.NumberId,
            ClientPhoneId = thread.LastClientPhoneId!.Value,
            CreatedAt = now,
            NextAttemptAt = nextAttemptAt,
            Attempts = 1,
            ValidUntil = now.AddHours(4),
        });
    }
}
