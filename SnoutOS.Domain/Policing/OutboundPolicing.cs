using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>What may leave of what a sitter writes. The office is never held back; what is found there is a note.</summary>
internal static class OutboundPolicing
{
    public static async Task<Inspection> InspectAsync(
        SnoutDbContext db, SendRequest request, SendParties parties, Message message, CancellationToken cancellationToken)
    {
        var clientId = parties.Thread.ClientId;
        var attachments = ContactCards.In(request.Attachments ?? []);
        if (parties.Sitter is not { } sitter)
        {
            return await Police.OfOfficeAsync(db, new Suspect(clientId, message.Body, []) { Attachments = attachments }, cancellationToken);
        }

        var before = await db.BetweenAsync(sitter.Id, clientId, parties.Now, cancellationToken);
        var suspect = new Suspect(clientId, message.Body, before)
        {
            Name = message.Introduction.Length == 0 ? "" : PersonName.FirstOf(sitter.Name),
            Attachments = attachments,
        };
        return await Police.OfSitterAsync(db, suspect, cancellationToken);
    }

    public static async Task<SendVerdict> BlockAsync(
        SnoutDbContext db, SendRequest request, SendParties parties, Message message, Inspection inspection, CancellationToken cancellationToken)
    {
        var standing = await Blocking.BlockAsync(
            db, request.Author, parties.Thread, parties.Sitter!, message, inspection, parties.Now, cancellationToken);
        return new SendVerdict.Blocked(message.Id, standing);
    }
}
