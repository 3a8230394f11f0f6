using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Api;

/// <summary>A business, its owner's API client, and what happens around them.</summary>
public sealed class Office(Product product, Business business, HttpClient http)
{
    public HttpClient Http => http;

    public Business Business => business;

    public Guid Id => business.OrganizationId;

    public Actor Owner { get; } = new(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner);

    public SnoutDbContext Db() => product.App.Db(Id);

    public async Task<HttpClient> HireAsync(Role role, string name) =>
        await product.App.SignedInAsync((await product.App.HireAsync(Id, role, name)).Email);

    /// <summary>Somebody texts the business; answers once the message is on its thread.</summary>
    public async Task<Guid> TextInAsync(PhoneNumber from, string body, PhoneNumber? to = null)
    {
        product.Clock.Advance(TimeSpan.FromSeconds(1));
        var sid = Webhooks.NewSid();
        (await product.Webhooks.TextAsync(from.E164, (to ?? business.FrontDesk).E164, body, sid)).EnsureSuccessStatusCode();
        var message = await Until.FoundAsync(async () =>
        {
            await using var db = Db();
            return await db.Messages.SingleOrDefaultAsync(row => row.ProviderSid == sid);
        });
        return message.ThreadId;
    }

    public Task<Guid> TextInAsync(string body = "Do you have time for Biscuit?") => TextInAsync(Businesses.NextNumber(), body);

    public async Task<JsonElement> GetAsync(string path) => await (await http.GetAsync(path)).JsonAsync();

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => http.PostAsJsonAsync(path, body ?? new { });

    public Task<HttpResponseMessage> WriteAsync(Guid thread, object body)
    {
        product.Clock.Advance(TimeSpan.FromSeconds(1));
        return PostAsync($"/api/messages/threads/{thread}/messages", body);
    }

    /// <summary>Waits until the worker has brought a message to where the test needs it.</summary>
    public Task StatusIsAsync(Guid message, MessageStatus status) => Until.TrueAsync(async () =>
    {
        product.Clock.Advance(TimeSpan.FromMilliseconds(100));
        await using var db = Db();
        return (await db.Messages.SingleAsync(row => row.Id == message)).Status == status;
    });

    /// <summary>Changes rows as no endpoint does yet.</summary>
    public Task ChangeAsync(Func<SnoutDbContext, Task> change) =>
        product.App.Get<Writer>().CommitAsync(Id, change, CancellationToken.None);

    public Task ProcessedAsync() => Until.TrueAsync(async () =>
    {
        await using var db = product.App.Get<SnoutDb>().ForInstallation();
        return !await db.ProviderEvents.AnyAsync(row => row.State == ProviderEventState.Pending);
    });
}
