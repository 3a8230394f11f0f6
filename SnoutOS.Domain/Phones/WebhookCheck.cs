using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Phones;

/// <summary>Where the provider sends what arrives on a number, as of an instant.</summary>
public sealed record NumberWebhook(Guid Id, WebhookState Webhook, DateTimeOffset CheckedAt);

/// <summary>
/// Asks the provider where it sends what arrives on the business's numbers, and sets it right. The provider is asked
/// before anything is written; when it cannot be, <see cref="Sending.SmsProviderException"/> says so and nothing changes.
/// </summary>
public sealed class WebhookCheck(SnoutDb database, Writer writer, IProviderNumbers provider, TimeProvider clock)
{
    /// <summary>Checks every number of the business that is not released, with one listing.</summary>
    public async Task<IReadOnlyList<NumberWebhook>> CheckAllAsync(Actor actor, CancellationToken cancellationToken)
    {
        var theirs = await provider.ListAsync(cancellationToken).ToDictionaryAsync(number => number.Phone, cancellationToken: cancellationToken);
        return await writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var numbers = await db.Numbers.Where(number => number.Status != NumberStatus.Released).ToListAsync(cancellationToken);
            return numbers.ConvertAll(number => Note(number, theirs.GetValueOrDefault(number.Phone)));
        }, cancellationToken);
    }

    /// <summary>Null when the organization has no such number.</summary>
    public async Task<NumberWebhook?> CheckAsync(Actor actor, Guid numberId, CancellationToken cancellationToken)
    {
        if (await FindAsync(actor, numberId, cancellationToken) is not { } phone)
        {
            return null;
        }

        var told = await provider.FindAsync(phone, cancellationToken);
        return await writer.CommitAsync(
            actor.OrganizationId,
            async db => Note(await db.Numbers.FirstAsync(number => number.Id == numberId, cancellationToken), told),
            cancellationToken);
    }

    /// <summary>Makes the provider send the number's texts and calls here. Null when the organization has no such number.</summary>
    public async Task<NumberWebhook?> RepairAsync(Actor actor, Guid numberId, CancellationToken cancellationToken)
    {
        if (await FindAsync(actor, numberId, cancellationToken) is not { } phone)
        {
            return null;
        }

        var told = await provider.FindAsync(phone, cancellationToken);
        var repaired = told is { PointsHere: false } ? await provider.PointHereAsync(told.Sid, cancellationToken) : told;
        return await writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var webhook = Note(await db.Numbers.FirstAsync(number => number.Id == numberId, cancellationToken), repaired);
            var act = AuditAct.By(actor, "number.webhook_repaired", $"number {numberId}", TagWords.Of(webhook.Webhook));
            await AuditLog.AppendAsync(db, act, clock.GetUtcNow(), cancellationToken);
            return webhook;
        }, cancellationToken);
    }

    private async Task<PhoneNumber?> FindAsync(Actor actor, Guid numberId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(actor.OrganizationId);
        return await db.Numbers.Where(number => number.Id == numberId)
            .Select(number => (PhoneNumber?)number.Phone)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private NumberWebhook Note(MessageNumber number, ProviderNumber? told)
    {
        number.ProviderSid = told?.Sid ?? number.ProviderSid;
        (number.Webhook, number.WebhookCheckedAt) = (told?.Webhook ?? WebhookState.NotTheirs, clock.GetUtcNow());
        return new NumberWebhook(number.Id, number.Webhook, number.WebhookCheckedAt.Value);
    }
}
