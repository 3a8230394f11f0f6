using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Receiving;

/// <summary>Brings inbound attachments home from the provider, in the background, so that a slow picture delays no text.</summary>
public sealed partial class MediaFetcher(
    SnoutDb database, Writer writer, ISmsProvider provider, TimeProvider clock, ILogger<MediaFetcher> logger) : BackgroundService
{
    private const int BatchSize = 4;
    private const int MaxAttempts = 8;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var media in await DueAsync(stoppingToken))
                {
                    await FetchAsync(media, stoppingToken);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
    }

    private async Task FetchAsync(Due due, CancellationToken cancellationToken)
    {
        var outcome = due.ProviderUrl is null || due.ProviderSid is null
            ? new MediaOutcome.Refused("no address")
            : await provider.FetchMediaAsync(due.ProviderUrl, due.ProviderSid, cancellationToken);
        await writer.CommitAsync(due.OrganizationId, async db =>
        {
            var media = await db.Media.FirstAsync(
                row => row.MessageId == due.MessageId && row.Position == due.Position, cancellationToken);
            if (media.State != MediaState.Waiting)
            {
                // Another node has brought it home meanwhile.
                return;
            }

            Apply(db, media, outcome);
            if (outcome is MediaOutcome.Fetched fetched)
            {
                await InboundPolicing.ReadCardAsync(db, media, fetched.Bytes, cancellationToken);
            }

            db.Announce(due.ThreadId);
        }, cancellationToken);
        LogFetched(due.MessageId, due.Position, due.OrganizationId, outcome.GetType().Name);
    }

    private void Apply(SnoutDbContext db, MessageMedia media, MediaOutcome outcome)
    {
        media.Attempts++;
        media.NextAttemptAt = null;
        switch (outcome)
        {
            case MediaOutcome.Fetched fetched:
                (media.State, media.ContentType, media.SizeInBytes) = (MediaState.Stored, fetched.ContentType, fetched.Bytes.Length);
                db.MediaContents.Add(new MediaContent
                {
                    OrganizationId = media.OrganizationId,
                    MessageId = media.MessageId,
                    Position = media.Position,
                    Bytes = fetched.Bytes,
                });
                break;
            case MediaOutcome.Unavailable when media.Attempts < MaxAttempts:
                media.NextAttemptAt = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, media.Attempts));
                break;
            default:
                media.State = MediaState.Unavailable;
                break;
        }
    }

    private async Task<List<Due>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForInstallation();
        return await (
            from media in db.AllMedia()
            where media.NextAttemptAt <= now
            join message in db.AllMessages()
                on new { media.OrganizationId, Id = media.MessageId } equals new { message.OrganizationId, message.Id }
            orderby media.NextAttemptAt
            select new Due(media.OrganizationId, message.ThreadId, media.MessageId, media.Position, media.ProviderUrl, message.ProviderSid))
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }

    private sealed record Due(Guid OrganizationId, Guid ThreadId, Guid MessageId, int Position, string? ProviderUrl, string? ProviderSid);

    [LoggerMessage(Level = LogLevel.Error, Message = "Attachments could not be fetched; trying again")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Attachment {Position} of message {MessageId} in organization {OrganizationId}: {Outcome}")]
    private partial void LogFetched(Guid messageId, int position, Guid organizationId, string outcome);
}
