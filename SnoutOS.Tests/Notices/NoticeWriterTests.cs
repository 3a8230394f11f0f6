using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Notices;

/// <summary>Notices as they are written, in a real database: once a day, from the number that was texted, as nobody's answer.</summary>
public sealed class NoticeWriterTests(AppWithClock product) : IClassFixture<AppWithClock>
{
    private readonly PhoneNumber _stranger = Businesses.NextNumber();

    private DateTimeOffset Now => product.Clock.GetUtcNow();

    [Fact]
    public async Task It_leaves_from_the_number_that_was_texted_and_stands_below_what_it_answers()
    {
        var business = await product.App.OpenBusinessAsync("Pine Street Pets");
        var pool = await AddPoolAsync(business);
        Assert.Null(await TextAsync(business, "Hello?", from: pool));

        await using var db = product.App.Db(business.OrganizationId);
        var notice = await db.Messages.SingleAsync(row => row.Purpose == MessagePurpose.Notice);
        Assert.Equal((AuthorKind.System, "Pine Street Pets", MessageStatus.Queued), (notice.AuthorKind, notice.AuthorName, notice.Status));
        Assert.Contains("Pine Street Pets", notice.Body, StringComparison.Ordinal);
        Assert.Contains(PhoneNumberReader.Whole(business.FrontDesk), notice.Body, StringComparison.Ordinal);
        var thread = await db.Threads.SingleAsync();
        Assert.Equal((business.FrontDeskId, notice.CreatedAt), (thread.NumberId, thread.LastMessageAt));
        Assert.NotNull(thread.NeedsOwnerSince);
        var entry = await db.Outbox.SingleAsync();
        Assert.Equal((pool, OutboxState.Pending), (entry.NumberId, entry.State));
        Assert.Equal(_stranger, await db.ClientPhones.Where(row => row.Id == entry.ClientPhoneId).Select(row => row.Phone).SingleAsync());
        Assert.Equal(_stranger, (await db.SentNotices.SingleAsync()).Recipient);
    }

    [Fact]
    public async Task A_sender_gets_each_kind_once_in_24_hours()
    {
        var business = await product.App.OpenBusinessAsync();
        Assert.Null(await TextAsync(business, "One"));
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(NoticeObjection.HadIt, await TextAsync(business, "Two"));
        Assert.Null(await TextAsync(business, "Two", NoticeKind.AfterHours));
        product.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Null(await TextAsync(business, "Three"));
        Assert.Equal(3, await CountAsync(business));
    }

    [Fact]
    public async Task Of_two_that_are_written_at_once_one_stays()
    {
        var business = await product.App.OpenBusinessAsync();
        Assert.Null(await TextAsync(business, "One"));
        product.Clock.Advance(TimeSpan.FromHours(25));

        // Both read before either has written, as two processes would.
        await using var first = product.App.Db(business.OrganizationId);
        await using var second = product.App.Db(business.OrganizationId);
        Assert.Null(await QueueAsync(first, business, "Two"));
        Assert.Null(await QueueAsync(second, business, "Two"));
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);
        var lost = await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.True(product.App.Get<IDatabaseTraits>().IsUniqueViolation(lost));
        Assert.Equal(2, await CountAsync(business));
    }

    [Fact]
    public async Task What_is_switched_off_is_not_sent()
    {
        var business = await product.App.OpenBusinessAsync();
        var owner = new Actor(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner);
        await product.App.Get<NoticeTexts>().ChangeAsync(owner, NoticeKind.PoolMismatch, null, isOn: false, CancellationToken.None);
        Assert.Equal(NoticeObjection.SwitchedOff, await TextAsync(business, "Hello?"));
        Assert.Equal(0, await CountAsync(business));
    }

    [Fact]
    public async Task Whoever_opted_out_gets_none()
    {
        var business = await product.App.OpenBusinessAsync();
        await TextAsync(business, "Hello?", NoticeKind.AfterHours);
        await product.App.Get<Writer>().CommitAsync(business.OrganizationId, db => ConsentLedger.ApplyAsync(db, new ConsentEvent
        {
            OrganizationId = business.OrganizationId,
            Id = Guid.CreateVersion7(Now),
            Phone = _stranger,
            NumberId = business.FrontDeskId,
            Kind = ConsentKind.OptOut,
            Source = ConsentSource.Text,
            At = Now,
        }, CancellationToken.None), CancellationToken.None);
        Assert.Equal(NoticeObjection.OptedOut, await TextAsync(business, "Hello?"));
    }

    [Fact]
    public async Task A_thread_on_which_the_sender_seems_to_want_no_texts_pauses_them_all()
    {
        var business = await product.App.OpenBusinessAsync();
        await TextAsync(business, "please stop texting me", NoticeKind.AfterHours);
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(NoticeObjection.Paused, await TextAsync(business, "stop texting me, I said"));
    }

    [Fact]
    public async Task Machines_that_take_turns_are_left_alone_and_a_persons_word_ends_it()
    {
        var business = await product.App.OpenBusinessAsync();
        for (var day = 0; day < 2; day++)
        {
            Assert.Null(await TextAsync(business, "Thanks, we got your message"));
            product.Clock.Advance(TimeSpan.FromHours(25));
        }

        Assert.Equal(NoticeObjection.AutoResponder, await TextAsync(business, "Thanks, we got your message"));
        product.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Null(await TextAsync(business, "This is really me"));
    }

    private Task<NoticeObjection?> TextAsync(Business business, string body, NoticeKind kind = NoticeKind.PoolMismatch, Guid? from = null) =>
        product.App.Get<Writer>().CommitAsync(business.OrganizationId, db => QueueAsync(db, business, body, kind, from), CancellationToken.None);

    /// <summary>What a receiver does with a text of the stranger's, up to its notice.</summary>
    private async Task<NoticeObjection?> QueueAsync(
        SnoutDbContext db, Business business, string body, NoticeKind kind = NoticeKind.PoolMismatch, Guid? from = null)
    {
        var sender = await SenderLookup.FindAsync(db, _stranger.E164, fromIsOurs: false, business.FrontDeskId, CancellationToken.None);
        var client = SenderLookup.ClientOf(db, sender, _stranger.E164, Now);
        var thread = await db.Threads.OfAsync(db, client.Id, business.FrontDeskId, Now, CancellationToken.None);
        var message = new Message
        {
            OrganizationId = business.OrganizationId,
            Id = Guid.CreateVersion7(Now),
            ThreadId = thread.Id,
            Direction = Direction.Inbound,
            Body = body,
            CreatedAt = Now,
        };
        db.Messages.Add(message);
        thread.Receive(message, client.PhoneId, needsOwner: true);
        var occasion = new NoticeOccasion(thread, from ?? business.FrontDeskId, sender, client, body, Keyword: null, Now);
        return await NoticeWriter.QueueAsync(db, kind, occasion, Now, CancellationToken.None);
    }

    private async Task<int> CountAsync(Business business)
    {
        await using var db = product.App.Db(business.OrganizationId);
        return await db.Messages.CountAsync(row => row.Purpose == MessagePurpose.Notice);
    }

    private async Task<Guid> AddPoolAsync(Business business)
    {
        var owner = new Actor(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner);
        var added = await product.App.Get<NumberBook>().AddAsync(owner, Businesses.NextNumber(), NumberClass.Pool, null, CancellationToken.None);
        return Assert.IsType<NumberAddition.Added>(added).Number.Id;
    }
}
