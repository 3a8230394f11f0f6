using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>What an owner reads on the page of figures.</summary>
public sealed class FiguresPageTests(Chromium chromium) : BrowserTest(chromium)
{
    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Desktop.Dark, Screen.Phone, Screen.Phone.Dark];

    [Fact]
    public async Task Nothing_found_yet_is_explained()
    {
        var desk = await Desk.OpenAsync(App);
        var owner = await OwnerOfAsync(desk, Screen.Phone);
        await owner.OpenAsync("/anti-poaching");
        await Expect(owner.Page.GetByText("Nothing found so far")).ToBeVisibleAsync();
        await Expect(owner.Page.GetByText("Too few to tell")).ToBeVisibleAsync();
        await Expect(owner.Page.GetByText("Nobody has a strike.")).ToBeVisibleAsync();
        await PictureAsync(owner, Screen.Phone, "figures-empty");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_quarter_is_told_in_charts_and_tables_and_narrowed_by_the_address(Screen screen)
    {
        var desk = await Desk.OpenAsync(App);
        var ana = await FillAsync(desk);
        var owner = await OwnerOfAsync(desk, screen);
        await owner.OpenAsync("/anti-poaching");
        await Expect(owner.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Far more than usual. 12 messages held back in the last seven days.");
        await Expect(owner.Page.GetByText("9 of 30 decided.").First).ToBeVisibleAsync();
        await Expect(owner.Find($"[data-strikes='{ana}']")).ToContainTextAsync("Paused by strikes");
        await PictureAsync(owner, screen, "figures");
        await owner.Page.GetByText("As a table").ClickAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Row).Nth(13)).ToBeVisibleAsync();

        await owner.Page.GetByLabel("Type").SelectOptionAsync("email");
        await Expect(owner.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/anti-poaching\\?type=email$"));
        await Expect(owner.Find(".tiles .figure").First).ToHaveTextAsync("14");
        await owner.Page.GoBackAsync();
        await Expect(owner.Find(".tiles .figure").First).ToHaveTextAsync("42");
        await owner.Page.GetByLabel("Sitter").SelectOptionAsync(ana.ToString());
        await Expect(owner.Find(".tiles .figure").First).ToHaveTextAsync("42");
        await Expect(owner.Find(".tiles .about").First).ToContainTextAsync("beside 0 with a part hidden");
        await owner.Find($"[data-strikes='{ana}'] a").ClickAsync();
        await Expect(owner.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/messages/"));
    }

    /// <summary>Three a week for ten weeks, all decided, twelve in the last days that nobody has decided on, and clients' numbers between.</summary>
    private async Task<Guid> FillAsync(Desk desk)
    {
        var person = await App.HireAsync(desk.Owner.OrganizationId, Role.Sitter, "Ana Silva");
        var robin = await desk.AddClientAsync("Robin Vale");
        var now = App.Get<TimeProvider>().GetUtcNow();
        await App.Get<Writer>().CommitAsync(desk.Owner.OrganizationId, async db =>
        {
            var thread = await db.Threads.SingleAsync();
            var sitter = await db.Sitters.SingleAsync();
            (sitter.Status, sitter.IsLockedByStrikes) = (SitterStatus.Locked, true);
            foreach (var old in Enumerable.Range(0, 30))
            {
                var violation = Blocked(thread, sitter.Id, now.AddDays(-8 - (old * 2.3)), old);
                violation.Outcome = old % 10 < 7 ? ViolationOutcome.Dismissed : old % 10 == 7 ? ViolationOutcome.ForceSent : ViolationOutcome.FalsePositive;
                (violation.DecidedAt, violation.DecidedByUserId, violation.Reason) = (violation.At.AddMinutes(10 + old), desk.Owner.UserId, "We talked");
                db.Add(violation);
            }

            db.AddRange(Enumerable.Range(0, 12).Select(fresh => Blocked(thread, sitter.Id, now.AddHours(-1 - (fresh * 13)), fresh)));
            db.AddRange(Enumerable.Range(0, 8).Select(masked => Found(thread, null, now.AddDays(-1 - (masked * 6)), PoachingAction.Mask, masked)));
            db.AddRange(Enumerable.Range(0, 4).Select(flagged => Found(thread, sitter.Id, now.AddDays(-2 - (flagged * 9)), PoachingAction.Flag, flagged)));
            thread.HeldCount = 12;

            Violation Blocked(MessageThread on, Guid by, DateTimeOffset at, int kind) => Found(on, by, at, PoachingAction.Block, kind);

            Violation Found(MessageThread on, Guid? by, DateTimeOffset at, PoachingAction action, int kind)
            {
                var message = new Message
                {
                    OrganizationId = db.OrganizationId,
                    Id = Guid.CreateVersion7(at),
                    ThreadId = on.Id,
                    Direction = by is null ? Direction.Inbound : Direction.Outbound,
                    Body = "Hello",
                    CreatedAt = at,
                };
                db.Messages.Add(message);
                return new Violation
                {
                    OrganizationId = db.OrganizationId,
                    MessageId = message.Id,
                    ThreadId = on.Id,
                    ClientId = on.ClientId,
                    SitterId = by,
                    Action = action,
                    Types = (kind % 3) switch { 0 => "phone_number", 1 => "email", _ => "phone_number social_handle" },
                    At = at,
                    StrikeId = action == PoachingAction.Block ? message.Id : null,
                };
            }
        }, Stop);
        return person.SitterId!.Value;
    }

    private static async Task PictureAsync(Visitor visitor, Screen screen, string name)
    {
        await visitor.HasSettledAsync();
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Artifacts.Path("screenshots", $"{name}-{screen}.jpg"),
            Type = ScreenshotType.Jpeg,
            FullPage = true,
        });
    }
}
