using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Sending;

/// <summary>Takes a wish to send through the gate and commits message and outbox row together.</summary>
public sealed class MessageSender(Writer writer, TimeProvider clock)
{
    /// <summary>In UTF-16 units, as the provider counts.</summary>
    public const int MaxBodyLength = 1600;

    public Task<SendVerdict> SendAsync(SendRequest request, CancellationToken cancellationToken) =>
        writer.CommitAsync<SendVerdict>(request.Author.OrganizationId, _ => Task.FromResult<SendVerdict>(new SendVerdict.BodyTooLong(clock.GetUtcNow().Year)), cancellationToken);
}
