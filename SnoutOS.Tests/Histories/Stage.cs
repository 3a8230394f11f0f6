using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Tests.Histories;

/// <summary>Where a history plays: what the acts can do, and what was done so far.</summary>
internal sealed class Stage(House house, Cast cast)
{
    private readonly Queue<string> _waiting = new();
    private int _texts;

    public House House => house;

    public Cast Cast => cast;

    public Actor Owner => cast.Owner;

    public DateTimeOffset Now => house.Clock.GetUtcNow();

    /// <summary>In the order in which they were taken on.</summary>
    public List<Guid> Bookings { get; } = [];

    public SnoutDbContext Db() => house.Get<SnoutDb>().ForOrganization(cast.OrganizationId);

    public Task<BookingVerdict> ChangeAsync(Func<BookingPart, Task<BookingVerdict>> change, int booking, int visit, BookingScope scope) =>
        Bookings.Count == 0 ? Task.FromResult<BookingVerdict>(new BookingVerdict.NotFound("id")) : ChangeAsync(change, Bookings[booking % Bookings.Count], visit, scope);

    /// <summary>The thread of a client on a number, if there is one.</summary>
    public async Task<Guid?> ThreadAsync(Who client, Line line)
    {
        await using var db = Db();
        return await db.Threads.Where(row => row.ClientId == cast.Clients[client] && row.NumberId == cast.Numbers[line])
            .Select(row => (Guid?)row.Id).FirstOrDefaultAsync();
    }

    public async Task<Guid?> VisitAsync(Guid booking, int visit)
    {
        await using var db = Db();
        var ids = await db.Visits.Where(row => row.BookingId == booking).OrderBy(row => row.SeriesDay).Select(row => row.Id).ToListAsync();
        return ids.Count == 0 ? null : ids[visit % ids.Count];
    }

    /// <summary>The provider tells of a text; it waits in the ledger until it is processed.</summary>
    public async Task ReceiveAsync(PhoneNumber from, Line to, string body) =>
        _waiting.Enqueue((await ReceiveAsync(from.E164, Cast.PhoneOf(to).E164, body)).ProviderSid);

    public async Task<ProviderEvent> ReceiveAsync(string from, string to, string body)
    {
        var sid = $"SM{++_texts:x32}";
        var text = new InboundText(sid, from, to, body, [], OptOutType: null, Segments: 1);
        var incoming = new IncomingEvent(
            ProviderEventKind.Message, ProviderEventSource.Webhook, $"message:{sid}", text.From, text.To, sid, null, JsonSerializer.Serialize(text), "");
        Assert.Equal(IntakeResult.Recorded, await house.Get<ProviderEventIntake>().RecordAsync(incoming, CancellationToken.None));
        return await EventAsync(sid);
    }

    /// <summary>Processes what waits in the ledger, in order, and looks at each decision.</summary>
    public async Task CatchUpAsync()
    {
        while (_waiting.TryDequeue(out var sid))
        {
            var item = await EventAsync(sid);
            var there = await Presence.AtAsync(this, item);
            await house.Get<MessageReceiver>().ReceiveAsync(item, CancellationToken.None);
            await there.JudgeAsync(this, item);
        }
    }

    public Task<SendVerdict> WriteAsync(Actor author, Guid thread, string body) =>
        house.Get<MessageSender>().SendAsync(new SendRequest(author, thread, body), CancellationToken.None);

    private async Task<ProviderEvent> EventAsync(string sid)
    {
        await using var db = house.Get<SnoutDb>().ForInstallation();
        return await db.ProviderEvents.AsNoTracking().SingleAsync(row => row.ProviderSid == sid);
    }

    private async Task<BookingVerdict> ChangeAsync(Func<BookingPart, Task<BookingVerdict>> change, Guid booking, int visit, BookingScope scope) =>
        await change(new BookingPart(booking, scope, scope == BookingScope.Visit ? await VisitAsync(booking, visit) : null));
}
