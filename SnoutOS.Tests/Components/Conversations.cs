using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Components;

/// <summary>Conversations for pages to show.</summary>
public static class Conversations
{
    /// <summary>A client with one phone, and the front desk's conversation with them.</summary>
    public static async Task<Guid> OpenThreadAsync(this SnoutApp app, Business business, string clientName)
    {
        var now = app.Get<TimeProvider>().GetUtcNow();
        var client = new Client
        {
            OrganizationId = business.OrganizationId,
            Id = Guid.CreateVersion7(now),
            Name = clientName,
            CreatedAt = now,
        };
        client.Phones.Add(new ClientPhone
        {
            OrganizationId = business.OrganizationId,
            Id = Guid.CreateVersion7(now),
            ClientId = client.Id,
            Phone = Businesses.NextNumber(),
        });
        await using (var db = app.Db(business.OrganizationId))
        {
            db.Add(client);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        var owner = new Actor(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner);
        var opened = await app.Get<ThreadOpener>().OpenAsync(owner, client.Id, null, CancellationToken.None);
        return Assert.IsType<OpenedThread>(opened).ThreadId;
    }
}
