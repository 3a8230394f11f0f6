using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator.Carrier;

namespace SnoutOS.Tests.Simulator;

/// <summary>
/// A business and one client's phone, with nothing between them but the product and the carrier that it is configured
/// with in Development. Time passes as on the wall while somebody waits, so that no answer is late only because the
/// machine is busy; a long wait is skipped on purpose.
/// </summary>
internal sealed class PhoneCompany
{
    public static readonly TimeSpan UntilThePoll = TimeSpan.FromMinutes(2);

    private readonly AppWithPhones _fixture;
    private readonly Business _business;
    private readonly Actor _owner;

    private PhoneCompany(AppWithPhones fixture, Business business)
    {
        (_fixture, _business) = (fixture, business);
        _owner = new Actor(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner);
    }

    public CarrierState Carrier => _fixture.App.Get<CarrierState>();

    public string Phone { get; } = Businesses.NextNumber().E164;

    public string FrontDesk => _business.FrontDesk.E164;

    public static async Task<PhoneCompany> OpenAsync(AppWithPhones fixture) => new(fixture, await fixture.App.OpenBusinessAsync());

    public SnoutOS.Domain.Persistence.SnoutDbContext Db() => _fixture.App.Db(_business.OrganizationId);

    /// <summary>The phone texts the front desk; returns once the message is stored.</summary>
    public async Task<Message> TextAsync(string body, CarrierBehavior? behavior = null, params CarrierMedia[] media)
    {
        var posting = Carrier.TextFromPhoneAsync(Phone, FrontDesk, body, [.. media], behavior);
        await WaitAsync(() => Task.FromResult(posting.IsCompleted));
        var (text, answer) = await posting;
        if (answer is null)
        {
            Skip(UntilThePoll);
        }

        var sid = text.Sid;
        await WaitAsync(async () => await FindAsync(sid) is not null);
        return (await FindAsync(sid))!;
    }

    public Task<SendVerdict> AnswerAsync(Guid threadId, string body, params OutgoingAttachment[] attachments) =>
        _fixture.App.Get<MessageSender>().SendAsync(new SendRequest(_owner, threadId, body, Attachments: attachments), CancellationToken.None);

    public async Task<Guid> AnsweredAsync(Guid threadId, string body, params OutgoingAttachment[] attachments) =>
        Assert.IsType<SendVerdict.Queued>(await AnswerAsync(threadId, body, attachments)).MessageId;

    public async Task<Message> StatusIsAsync(Guid messageId, MessageStatus status)
    {
        await WaitAsync(async () => (await ReadAsync(messageId)).Status == status);
        return await ReadAsync(messageId);
    }

    public async Task<Message> ReadAsync(Guid messageId)
    {
        await using var db = Db();
        return await db.Messages.Include(row => row.Media).AsNoTracking().FirstAsync(row => row.Id == messageId);
    }

    /// <summary>What the phone was sent and got.</summary>
    public IEnumerable<CarrierMessage> Got() => Carrier.MessagesFor(Phone).Where(text => !text.FromPhone);

    public void Skip(TimeSpan time) => _fixture.Clock.Advance(time);

    public Task WaitAsync(Func<Task<bool>> look)
    {
        var last = Stopwatch.GetTimestamp();
        return Until.TrueAsync(async () =>
        {
            var now = Stopwatch.GetTimestamp();
            Skip(Stopwatch.GetElapsedTime(last, now));
            last = now;
            return await look();
        });
    }

    /// <summary>Waits until the carrier has nothing on its way.</summary>
    public Task QuietAsync() => WaitAsync(() => Task.FromResult(Carrier.SettledAsync().IsCompleted));

    private async Task<Message?> FindAsync(string sid)
    {
        await using var db = Db();
        return await db.Messages.AsNoTracking().FirstOrDefaultAsync(row => row.ProviderSid == sid);
    }
}
