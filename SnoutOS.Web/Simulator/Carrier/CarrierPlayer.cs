using System.Collections.Immutable;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>Carries an accepted message to its phone and tells the business how far it came.</summary>
public sealed class CarrierPlayer(HttpClient http, CarrierPoster poster, TimeProvider clock)
{
    /// <summary>The error code of attachments that could not be fetched.</summary>
    private const int MediaNotFetched = 11200;

    public async Task PlayAsync(CarrierState carrier, CarrierMessage message, CarrierBehavior behavior, CancellationToken cancellationToken)
    {
        // The create request is answered first.
        await Task.Yield();
        try
        {
            await CarryAsync(carrier, message, behavior, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host is closing, and its phones with it.
        }
    }

    private async Task CarryAsync(CarrierState carrier, CarrierMessage message, CarrierBehavior behavior, CancellationToken cancellationToken)
    {
        var fetched = await FetchAsync(message.Media, cancellationToken);
        var error = fetched.Any(media => media.Bytes.IsDefaultOrEmpty) ? MediaNotFetched : behavior.FailWith;
        string[] way = error is null ? ["sent", "delivered"] : behavior.LeavesFirst ? ["sent", "undelivered"] : ["failed"];

        var told = new List<string>();
        foreach (var status in way)
        {
            await Task.Delay(carrier.Options.Pace, clock, cancellationToken);
            var now = clock.GetUtcNow();
            message = carrier.Books.Change(message.Sid, book => book with
            {
                Status = status,
                Media = fetched,
                UpdatedAt = now,
                SentAt = book.SentAt ?? now,
                ErrorCode = status is "failed" or "undelivered" ? error : null,
            });
            carrier.Tell(message);
            told.Add(status);
            if (behavior.Callbacks is not CarrierCallbacks.Backwards)
            {
                await TellAsync(carrier, message, status, behavior, cancellationToken);
            }
        }

        if (behavior.Callbacks is CarrierCallbacks.Backwards)
        {
            foreach (var status in told.AsEnumerable().Reverse())
            {
                await TellAsync(carrier, message, status, behavior, cancellationToken);
            }
        }
    }

    private async Task TellAsync(
        CarrierState carrier, CarrierMessage message, string status, CarrierBehavior behavior, CancellationToken cancellationToken)
    {
        if (message.StatusCallback is not { } url)
        {
            return;
        }

        await Task.Delay(behavior.CallbackDelay, clock, cancellationToken);
        for (var copies = behavior.Told; copies > 0; copies--)
        {
            await poster.PostAsync(url, CarrierForms.Status(carrier.Options, message, status), cancellationToken);
        }
    }

    private async Task<ImmutableArray<CarrierMedia>> FetchAsync(ImmutableArray<CarrierMedia> media, CancellationToken cancellationToken)
    {
        var fetched = ImmutableArray.CreateBuilder<CarrierMedia>(media.Length);
        foreach (var item in media)
        {
            fetched.Add(await FetchAsync(item, cancellationToken));
        }

        return fetched.MoveToImmutable();
    }

    private async Task<CarrierMedia> FetchAsync(CarrierMedia media, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(media.SourceUrl, cancellationToken);
            response.EnsureSuccessStatusCode();
            var type = response.Content.Headers.ContentType?.MediaType ?? media.ContentType;
            return media with { ContentType = type, Bytes = [.. await response.Content.ReadAsByteArrayAsync(cancellationToken)] };
        }
        catch (HttpRequestException)
        {
            return media;
        }
    }
}
