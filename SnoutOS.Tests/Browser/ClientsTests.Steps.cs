using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>What the tests do and look up.</summary>
public sealed partial class ClientsTests
{
    private Task GiveVisitAsync(Desk desk, DeskClient client) => App.Get<Writer>().CommitAsync(desk.Owner.OrganizationId, async db =>
    {
        var now = App.Get<TimeProvider>().GetUtcNow();
        var sitter = new Sitter { OrganizationId = db.OrganizationId, Id = Guid.CreateVersion7(now), Name = "Ana Silva", Email = "ana@example.test", CreatedAt = now };
        db.Sitters.Add(sitter);
        db.AddVisit((await db.Threads.SingleAsync(thread => thread.Id == client.ThreadId)).ClientId, sitter.Id, now.AddDays(1));
    }, Stop);

    private static async Task<Guid> IdOfAsync(Desk desk, DeskClient client)
    {
        await using var db = desk.Db();
        return (await db.Threads.SingleAsync(thread => thread.Id == client.ThreadId)).ClientId;
    }

    private static Task<Client?> CardWithAsync(SnoutDbContext db, PhoneNumber phone) =>
        db.Clients.FirstOrDefaultAsync(client => client.Phones.Any(row => row.Phone == phone));

    private static ILocator Dialog(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Dialog);

    private static ILocator Field(Visitor visitor, string label) => Dialog(visitor).GetByLabel(label, new() { Exact = true });

    private static ILocator Row(Visitor visitor, string name) =>
        visitor.Find("[data-client]").Filter(new() { Has = visitor.Page.GetByText(name, new() { Exact = true }) });

    private static ILocator Tab(Visitor visitor, string words) =>
        visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Which of them" }).GetByRole(AriaRole.Link, new() { Name = words });

    private static Task PressAsync(Visitor visitor, string words) =>
        Dialog(visitor).GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    private static async Task PictureAsync(Visitor visitor, Screen screen, string name)
    {
        await visitor.HasSettledAsync();
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Path("screenshots", $"{name}-{screen}.jpg"), Type = ScreenshotType.Jpeg });
    }

    /// <summary>Anything in the address but whose card is open.</summary>
}
