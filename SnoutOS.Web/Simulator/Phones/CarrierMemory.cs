using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Simulator.Carrier;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Web.Simulator.Phones;

/// <summary>
/// The carrier keeps its books in memory. At start they are written again from what the business remembers, so that
/// phones show what they sent and received before, and the account has the numbers that are in use.
/// </summary>
public sealed class CarrierMemory(SnoutDb database, CarrierState carrier, TwilioOptions provider, TimeProvider clock)
{
    private const int MostTexts = 2_000;

    /// <summary>Rented, and nobody's yet.</summary>
    private static readonly string[] Spare = ["+19175550144", "+19175550145"];

    /// <summary>As new as the carrier sells them: it answers with the carrier's own example.</summary>
    private const string SpareElsewhere = "+19175550146";

    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        await RentAsync(db, cancellationToken);
        var sent = await SentToPhonesAsync(db, cancellationToken);
        var received = await SentFromPhonesAsync(db, cancellationToken);
        foreach (var text in sent.Concat(received).OrderBy(text => text.CreatedAt))
        {
            carrier.Remember(text);
        }
    }

    private async Task RentAsync(SnoutDbContext db, CancellationToken cancellationToken)
    {
        foreach (var number in await db.AllNumbers().AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Phone).ToListAsync(cancellationToken))
        {
            carrier.Numbers.Rent(PointingHere(number.ProviderSid ?? $"PN{number.Id:N}", number.Phone.E164, number.CreatedAt));
        }

        var now = clock.GetUtcNow();
        foreach (var address in Spare)
        {
            carrier.Numbers.Rent(PointingHere(carrier.NewSid("PN"), address, now));
        }

        carrier.Numbers.Rent(PointingHere(carrier.NewSid("PN"), SpareElsewhere, now) with
        {
            SmsUrl = "https://demo.twilio.com/welcome/sms/reply",
            VoiceUrl = "https://demo.twilio.com/welcome/voice/",
        });
    }

    private CarrierNumber PointingHere(string sid, string address, DateTimeOffset rentedAt) => new()
    {
        Sid = sid,
        Address = address,
        SmsUrl = provider.SmsUrl,
        VoiceUrl = provider.VoiceUrl,
        RentedAt = rentedAt,
    };

    private static async Task<List<CarrierMessage>> SentToPhonesAsync(SnoutDbContext db, CancellationToken cancellationToken)
    {
        var rows = await (
            from entry in db.AllOutbox()
            join message in db.AllMessages() on new { entry.OrganizationId, Id = entry.MessageId } equals new { message.OrganizationId, message.Id }
            join number in db.AllNumbers() on new { entry.OrganizationId, Id = entry.NumberId } equals new { number.OrganizationId, number.Id }
            join phone in db.AllClientPhones() on new { entry.OrganizationId, Id = entry.ClientPhoneId } equals new { phone.OrganizationId, phone.Id }
            where message.ProviderSid != null
            orderby message.CreatedAt descending
            select new { Message = message, From = number.Phone, To = phone.Phone }).Take(MostTexts).AsNoTracking().ToListAsync(cancellationToken);
        var pictures = await PicturesAsync(db, [.. rows.Select(row => row.Message.Id)], cancellationToken);
        return [.. rows.Select(row => new CarrierMessage
        {
            Sid = row.Message.ProviderSid!,
            FromPhone = false,
            From = row.From.E164,
            To = row.To.E164,
            Body = row.Message.Body,
            Media = [.. pictures[row.Message.Id]],
            Status = row.Message.Status.ToString().ToLowerInvariant(),
            ErrorCode = row.Message.ErrorCode,
            CreatedAt = row.Message.CreatedAt,
            UpdatedAt = row.Message.DeliveredAt ?? row.Message.CreatedAt,
            SentAt = row.Message.SentAt,
        })];
    }

    private static async Task<List<CarrierMessage>> SentFromPhonesAsync(SnoutDbContext db, CancellationToken cancellationToken)
    {
        var events = await db.ProviderEvents.AsNoTracking()
            .Where(row => row.Kind == ProviderEventKind.Message)
            .OrderByDescending(row => row.Sequence).Take(MostTexts).ToListAsync(cancellationToken);
        var sids = events.Select(row => row.ProviderSid).ToList();
        var messages = await db.AllMessages().Where(row => row.Direction == Direction.Inbound && sids.Contains(row.ProviderSid!))
            .ToDictionaryAsync(row => row.ProviderSid!, row => row.Id, StringComparer.Ordinal, cancellationToken);
        var pictures = await PicturesAsync(db, [.. messages.Values], cancellationToken);
        return [.. events.Select(row => new CarrierMessage
        {
            Sid = row.ProviderSid,
            FromPhone = true,
            From = row.Sender,
            To = row.Recipient,
            Body = JsonSerializer.Deserialize<InboundText>(row.Payload)!.Body,
            Media = messages.TryGetValue(row.ProviderSid, out var id) ? [.. pictures[id]] : [],
            Status = "received",
            CreatedAt = row.ReceivedAt,
            UpdatedAt = row.ReceivedAt,
            SentAt = row.ReceivedAt,
        })];
    }

    private static async Task<ILookup<Guid, CarrierMedia>> PicturesAsync(SnoutDbContext db, List<Guid> messages, CancellationToken cancellationToken)
    {
        var stored = await db.AllMedia().AsNoTracking()
            .Where(media => media.State == MediaState.Stored && messages.Contains(media.MessageId))
            .Join(
                db.AllMediaContents(),
                media => new { media.OrganizationId, media.MessageId, media.Position },
                content => new { content.OrganizationId, content.MessageId, content.Position },
                (media, content) => new { media.MessageId, media.Position, media.ContentType, content.Bytes })
            .OrderBy(media => media.Position)
            .ToListAsync(cancellationToken);
        return stored.ToLookup(
            media => media.MessageId,
            media => new CarrierMedia($"ME{media.MessageId.ToString("N")[..30]}{media.Position:x2}", media.ContentType, ImmutableArray.Create(media.Bytes)));
    }
}
