using System.Text.Json;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using Route = SnoutOS.Domain.Routing.Route;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>Writes a client's message with its ledger entry and the decision that the router takes on it.</summary>
internal sealed class DemoInbound(SnoutDbContext db)
{
    public async Task WriteAsync(
        DemoLine line, DateTimeOffset at, MessageThread thread, Client client, MessageNumber number, IReadOnlyList<WindowFact> windows, CancellationToken cancellationToken)
    {
        var phone = client.Phones.FirstOrDefault();
        var message = MessageOf(line, at, thread, client);
        var facts = new RoutingFacts(at, number.Id, number.Class, KindOf(client, thread), IsNew(client, thread) ? null : client.Id, line.Consent, Windows: windows);
        var route = Router.Decide(facts, at);
        db.Messages.Add(message);
        await LookIntoAsync(message, thread, client, route.SitterId, cancellationToken);
        thread.Receive(message, phone?.Id, needsOwner: route.Target == RoutingTarget.OwnerInbox && client.Kind != ClientKind.Spam);
        if (route.SitterId is { } sitter)
        {
            thread.AwaitSitter(sitter, at);
            await db.ShareAsync(message, thread.Id, sitter, ShareReason.Routed, at, cancellationToken);
        }

        if (line.HasPicture)
        {
            AddPicture(message);
        }

        if (line.Consent is { } kind)
        {
            await ConsentLedger.ApplyAsync(db, ConsentOf(kind, at, phone!, number), cancellationToken);
        }

        var (from, to) = (client.ServiceSender ?? phone!.Phone.E164, number.Phone.E164);
        db.RoutingDecisions.Add(DecisionOf(message, route, facts, PhoneNumber.Shorten(from), number));
        db.ProviderEvents.Add(EventOf(message, from, to));
    }

    /// <summary>What a sitter does not get to see of it.</summary>
    private async Task LookIntoAsync(Message message, MessageThread thread, Client client, Guid? sitterId, CancellationToken cancellationToken)
    {
        var inspection = await Police.OfClientAsync(db, new Suspect(client.Id, message.Body, []), cancellationToken);
        inspection.KeepInbound(db, thread, message, isForSitter: sitterId is not null);
    }

    private Message MessageOf(DemoLine line, DateTimeOffset at, MessageThread thread, Client client) => new()
    {
        OrganizationId = db.OrganizationId,
        Id = Guid.CreateVersion7(at),
        ThreadId = thread.Id,
        Direction = Direction.Inbound,
        AuthorKind = AuthorKind.Client,
        AuthorName = client.Name,
        Body = line.Body,
        Status = line.Status,
        CreatedAt = at,
        Segments = SmsSegments.Count(line.Body),
        ProviderSid = $"{(line.HasPicture ? "MM" : "SM")}{Guid.CreateVersion7(at):N}",
    };

    private void AddPicture(Message message)
    {
        var picture = PetPicture.Dog();
        message.Media.Add(new MessageMedia
        {
            OrganizationId = db.OrganizationId,
            MessageId = message.Id,
            State = MediaState.Stored,
            ContentType = PetPicture.ContentType,
            SizeInBytes = picture.Length,
            Attempts = 1,
        });
        db.MediaContents.Add(new MediaContent { OrganizationId = db.OrganizationId, MessageId = message.Id, Bytes = picture });
    }

    private ConsentEvent ConsentOf(ConsentKind kind, DateTimeOffset at, ClientPhone phone, MessageNumber number) => new()
    {
        OrganizationId = db.OrganizationId,
        Id = Guid.CreateVersion7(at),
        Phone = phone.Phone,
        NumberId = number.Id,
        Kind = kind,
        Source = ConsentSource.Text,
        At = at,
    };

    private RoutingDecision DecisionOf(Message message, Route route, RoutingFacts facts, string sender, MessageNumber number) => new()
    {
        OrganizationId = db.OrganizationId,
        Id = Guid.CreateVersion7(message.CreatedAt),
        MessageId = message.Id,
        ThreadId = message.ThreadId,
        Target = route.Target,
        SitterId = route.SitterId,
        Reason = route.Reason,
        NumberClass = number.Class,
        Facts = JsonSerializer.Serialize(facts),
        DecidedAt = message.CreatedAt,
        Sender = sender,
        Recipient = number.Phone.ToString(),
    };

    private ProviderEvent EventOf(Message message, string from, string to)
    {
        var text = new InboundText(message.ProviderSid!, from, to, message.Body, [], null, message.Segments);
        var incoming = InboundEvents.Of(text, ProviderEventSource.Webhook, raw: "");
        return new ProviderEvent
        {
            Kind = incoming.Kind,
            Source = incoming.Source,
            State = ProviderEventState.Processed,
            DedupeKey = incoming.DedupeKey,
            OrganizationId = db.OrganizationId,
            Sender = from,
            Recipient = to,
            ProviderSid = text.ProviderSid,
            Payload = incoming.Payload,
            ReceivedAt = message.CreatedAt,
            ProcessedAt = message.CreatedAt,
            Attempts = 1,
            NextAttemptAt = message.CreatedAt,
        };
    }

    /// <summary>Whoever nobody knows becomes known with their first message.</summary>
    private static bool IsNew(Client client, MessageThread thread) =>
        thread.InboundCount == 0 && client.Kind is not ClientKind.Client;

    private static SenderKind KindOf(Client client, MessageThread thread) => client.Kind switch
    {
        ClientKind.Service => SenderKind.Service,
        ClientKind.Staff => SenderKind.Staff,
        ClientKind.Contact or ClientKind.Spam => IsNew(client, thread) ? SenderKind.Unknown : SenderKind.Known,
        ClientKind.Client => SenderKind.Known,
    };
}
