using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>
/// Writes what was said, message by message in the order of time, the way it would have been stored had it been said:
/// heads and counts through the thread's own verbs, decisions by the real router, each inbound text in the ledger.
/// </summary>
internal sealed class DemoHistory(SnoutDbContext db, DemoScript script, DemoPeople people, DateTimeOffset now)
{
    private readonly Dictionary<DemoTalk, MessageThread> _threads = new(ReferenceEqualityComparer.Instance);
    private readonly DemoInbound _inbound = new(db);
    private readonly DemoOutbound _outbound = new(db);
    private readonly DemoVisits _visits = new(db, people);

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(script.TimeZoneId);
        var lines =
            from talk in script.Talks
            from line in talk.Lines
            let at = line.At.On(now, zone)
            orderby at
            select (talk, line, at);
        foreach (var (talk, line, at) in lines.ToList())
        {
            _visits.BookAround(talk, line, at, zone);
        }

        foreach (var (talk, line, at) in lines)
        {
            var (client, number) = (people.Clients[talk.Client], people.Numbers[talk.Number]);
            var thread = ThreadOf(talk, at);
            if (line.Author is { } author)
            {
                await _outbound.WriteAsync(line, at, thread, client.Phones[0], people.Users[author], people.SitterNamed(author)?.Id, cancellationToken);
            }
            else
            {
                await _inbound.WriteAsync(line, at, thread, client, number, _visits.WindowsAt(talk, at), cancellationToken);
            }
        }

        foreach (var (talk, thread) in _threads)
        {
            Close(talk, thread, zone);
        }

        // Nobody lets two weeks of messages lie unread.
        foreach (var conversation in db.SitterConversations.Local)
        {
            conversation.ReadCount = conversation.InboundCount;
        }
    }

    private MessageThread ThreadOf(DemoTalk talk, DateTimeOffset at)
    {
        if (_threads.TryGetValue(talk, out var known))
        {
            return known;
        }

        var thread = new MessageThread
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(at),
            ClientId = people.Clients[talk.Client].Id,
            NumberId = people.Numbers[talk.Number].Id,
            CreatedAt = at,
            LastMessageAt = at,
        };
        db.Threads.Add(thread);
        _threads.Add(talk, thread);
        return thread;
    }

    private void Close(DemoTalk talk, MessageThread thread, TimeZoneInfo zone)
    {
        if (talk.Handled)
        {
            thread.Settle();
        }

        if (people.Numbers[talk.Number].Class == NumberClass.Pool)
        {
            db.Leases.Add(new Lease
            {
                OrganizationId = db.OrganizationId,
                Id = Guid.CreateVersion7(thread.CreatedAt),
                NumberId = thread.NumberId,
                ClientId = thread.ClientId,
                StartedAt = thread.CreatedAt,
                ReleasedAt = talk.LeaseReleased?.On(now, zone),
            });
        }

        db.ThreadReads.AddRange(people.Users.Values.Where(user => user.Role != Role.Sitter).Select(user => new ThreadRead
        {
            OrganizationId = db.OrganizationId,
            UserId = user.Id,
            ThreadId = thread.Id,
            InboundCount = thread.InboundCount - talk.Unread,
            ReadAt = thread.LastMessageAt,
        }));
    }
}
