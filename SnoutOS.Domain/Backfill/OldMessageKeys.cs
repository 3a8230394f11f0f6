using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Proving;

namespace SnoutOS.Domain.Backfill;

/// <summary>An old message and the key that finds it again.</summary>
internal sealed record KeyedMessage(OldMessage Message, string Key);

/// <summary>
/// What makes bringing a file in again safe: a message's key follows from what the file says of it. Two that say the
/// very same are told apart by their order.
/// </summary>
internal static class OldMessageKeys
{
    /// <summary>The messages that the business does not have yet, oldest first.</summary>
    public static async Task<IReadOnlyList<KeyedMessage>> NewOnesAsync(SnoutDbContext db, OldThread thread, CancellationToken cancellationToken)
    {
        var all = Keyed(thread);
        var keys = all.ConvertAll(entry => entry.Key);
        var known = await db.Messages.Where(row => keys.Contains(row.IdempotencyKey!)).Select(row => row.IdempotencyKey!).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var ids = all.Where(entry => entry.Message.ProviderId is not null).Select(entry => entry.Message.ProviderId!).ToList();
        var knownIds = await db.Messages.Where(row => ids.Contains(row.ProviderSid!)).Select(row => row.ProviderSid!).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);

        // What the webhook has brought and nobody has processed yet becomes a message by itself.
        knownIds.UnionWith(await db.ProviderEvents.Where(row => ids.Contains(row.ProviderSid)).Select(row => row.ProviderSid).ToListAsync(cancellationToken));
        return [.. all.Where(entry => !known.Contains(entry.Key) && (entry.Message.ProviderId is not { } id || !knownIds.Contains(id)))];
    }

    private static List<KeyedMessage> Keyed(OldThread thread)
    {
        var seen = new Dictionary<OldMessage, int>();
        var keyed = new List<KeyedMessage>();
        foreach (var message in thread.Messages.OrderBy(message => message.At).DistinctBy(message => message.ProviderId ?? (object)new object()))
        {
            var place = seen.GetValueOrDefault(message);
            seen[message] = place + 1;
            keyed.Add(new KeyedMessage(message, KeyOf(thread, message, place)));
        }

        return keyed;
    }

    private static string KeyOf(OldThread thread, OldMessage message, int place)
    {
        var text = $"{thread.ClientPhone.E164}|{thread.Number?.E164}|{message.Direction}|{message.At.UtcTicks}|{message.ProviderId}|{place}|{message.Body}";
        return RoutingInvariants.BroughtIn + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
