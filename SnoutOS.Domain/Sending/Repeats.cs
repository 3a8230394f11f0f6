using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>A wish that was made before: asked again with the same key, or a failed message sent again.</summary>
internal static class Repeats
{
    /// <summary>What the key has come to already, or why there is nothing to send again; null for a wish that is new.</summary>
    public static async Task<SendVerdict?> ObjectionAsync(SnoutDbContext db, SendRequest request, CancellationToken cancellationToken) =>
        await AskedBeforeAsync(db, request, cancellationToken)
        ?? (request.RetryOfId is { } failed && !await IsRetryableAsync(db, request, failed, cancellationToken) ? new SendVerdict.NotRetryable() : null);

    private static async Task<SendVerdict?> AskedBeforeAsync(SnoutDbContext db, SendRequest request, CancellationToken cancellationToken)
    {
        if (request.IdempotencyKey is null)
        {
            return null;
        }

        var before = await db.Messages.AsNoTracking()
            .FirstOrDefaultAsync(row => row.IdempotencyKey == request.IdempotencyKey, cancellationToken);
        return before switch
        {
            null => null,
            _ when !IsTheSame(before, request) => new SendVerdict.KeyReused(),
            { Status: MessageStatus.Blocked or MessageStatus.Dismissed } => new SendVerdict.Blocked(before.Id, StrikeStanding.Warned),
            _ => new SendVerdict.Queued(before.Id, AlreadyAsked: true),
        };
    }

    private static bool IsTheSame(Message before, SendRequest request) =>
        before.ThreadId == request.ThreadId && before.Body == request.Body
        && before.Purpose == request.Purpose && before.AuthorUserId == request.Author.UserId;

    private static async Task<bool> IsRetryableAsync(
        SnoutDbContext db, SendRequest request, Guid failedId, CancellationToken cancellationToken)
    {
        var failed = await db.Messages.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == failedId && row.ThreadId == request.ThreadId, cancellationToken);
        return failed?.Status is MessageStatus.Failed or MessageStatus.Undelivered or MessageStatus.Expired or MessageStatus.NeedsReview
            && (request.Author.SeesEverything || failed.AuthorUserId == request.Author.UserId)
            && !await db.Messages.AnyAsync(row => row.RetryOfId == failedId, cancellationToken);
    }
}
