using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>A sitter's messages on a phone, by touch: what comes, what goes, and what never shows.</summary>
public sealed class SitterPhoneTests(Chromium chromium, AppAtWork hand) : SitterTest(chromium, hand), IClassFixture<AppAtWork>
{
    private const string Everything = """
        () => [document.title, ...[...document.body.querySelectorAll("*")]
          .filter(element => !element.closest("script, style, svg"))
          .flatMap(element => [
            ...[...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data),
            ...[...element.attributes].filter(attribute => !/^(class|id|style|src|b-|_bl|datetime)/.test(attribute.name)).map(attribute => attribute.value),
          ])].join("\n").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "")
        """;

    [Fact]
    public async Task A_text_inside_the_window_appears_and_the_answer_goes_out()
    {
        var day = await SitterDay.OpenAsync(Hand.App);
        var (robin, _) = await day.WalkAsync(TimeSpan.Zero);
        await day.WalkAsync(TimeSpan.FromDays(1), "Theo Grant");
        var ana = await AnaOfAsync(day);
        await Expect(ana.Find("[data-row] .name")).ToHaveTextAsync(["Robin", "Theo"]);
        await Expect(ana.Row("Robin")).ToContainTextAsync("Open until");
        await Expect(ana.Row("Theo")).ToContainTextAsync("Opens tomorrow at");
        await Expect(ana.Page.GetByText("Owner Inbox")).ToHaveCountAsync(0);
        await Expect(ana.Search).ToHaveCountAsync(0);
        Assert.True(await FitsAsync(ana), "the list is wider than the phone");

        await TextAsync(robin, day.Number, "Biscuit is by the door");
        await WhileTimePassesAsync(Expect(ana.Row("Robin").Locator(".badge")).ToHaveAccessibleNameAsync("1 unread"));
        await Expect(ana.Page).ToHaveTitleAsync("(1) Messages · SnoutOS");
        await ana.Row("Robin").Locator("a").TapAsync();
        await WhileTimePassesAsync(Expect(ana.Bubble("Biscuit is by the door")).ToBeVisibleAsync());
        await TextAsync(robin, day.Number, "So is Waffles");
        await WhileTimePassesAsync(Expect(ana.Bubble("So is Waffles")).ToBeVisibleAsync());
        Assert.True(await FitsAsync(ana), "the conversation is wider than the phone");

        await ana.Composer.FillAsync("On my way");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).TapAsync();
        await WhileTimePassesAsync(Expect(ana.Bubble("On my way")).ToContainTextAsync("Delivered"));
        Assert.Equal(["Happy Tails, Ana here: On my way"], Carrier.MessagesFor(robin.Phone.E164).Where(text => !text.FromPhone).Select(text => text.Body), StringComparer.Ordinal);

        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).TapAsync();
        await Expect(ana.Row("Robin")).ToContainTextAsync("You: On my way");
        await Expect(ana.Page).ToHaveTitleAsync("Messages · SnoutOS");
    }

    [Fact]
    public async Task Nothing_of_others_and_no_digit_of_a_phone_is_on_any_page_of_hers()
    {
        var day = await SitterDay.OpenAsync(Hand.App);
        var (robin, thread) = await day.WalkAsync(TimeSpan.Zero);
        var phone = Businesses.NextNumber();
        await day.WalkAsync(TimeSpan.FromHours(3), $"Unknown {phone}");
        await day.WriteAsync(thread, "Between Olivia and Robin", anaSees: false);
        await WithBenAsync(day, "Words of Ben");
        await TextAsync(robin, day.Number, "Biscuit is by the door");
        await TextAsync(robin, day.Business.FrontDesk, "For the office alone");

        var owner = await ArriveAtAsync(Hand.App.Address);
        await owner.SignInAsync(day.Business.OwnerEmail);
        await owner.IsInteractiveAsync();
        await WhileTimePassesAsync(Expect(owner.Find("[data-row]")).ToHaveCountAsync(4));
        var threads = await owner.Find("[data-row]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.row)");
        string[] pages = ["/messages", "/messages?inbox=owner", .. threads.Select(id => $"/messages/{id}"), "/account"];
        var ana = await AnaOfAsync(day);
        var (owners, anas) = (await ReadAllAsync(owner, pages), await ReadAllAsync(ana, pages));
        Assert.Contains("Biscuit is by the door", anas, StringComparison.Ordinal);
        Assert.All((string[])["Vale", phone.LastFour, "Between Olivia and Robin", "Words of Ben", "For the office alone"], needle =>
        {
            Assert.Contains(needle, owners, StringComparison.Ordinal);
            Assert.DoesNotContain(needle, anas, StringComparison.Ordinal);
        });
        Assert.All((string[])[robin.Phone.LastFour, day.Number.LastFour, "••••"], needle => Assert.DoesNotContain(needle, anas, StringComparison.Ordinal));
    }

    /// <summary>Another sitter, who has written to a client of theirs.</summary>
    private async Task WithBenAsync(SitterDay day, string words)
    {
        var ben = await Hand.App.HireAsync(day.Business.OrganizationId, Role.Sitter, "Ben Ortiz");
        await Hand.App.Get<NumberBook>().AddAsync(day.Owner, Businesses.NextNumber(), NumberClass.Sitter, ben.SitterId, Stop);
        var theo = await day.AddClientAsync("Theo Grant");
        await day.BookAsync(theo, TimeSpan.Zero, weekly: true, sitterId: ben.SitterId);
        await using var db = day.Db();
        var thread = await db.Threads.SingleAsync(row => row.ClientId == theo.Id, Stop);
        var author = new Actor(day.Business.OrganizationId, ben.UserId, "Ben Ortiz", Role.Sitter);
        Assert.IsType<SendVerdict.Queued>(await Hand.App.Get<MessageSender>().SendAsync(new SendRequest(author, thread.Id, words), Stop));
    }

    /// <summary>Everything that some pages say, in words, in attributes and in their titles; ids aside.</summary>
    private static async Task<string> ReadAllAsync(Visitor visitor, IEnumerable<string> pages)
    {
        var read = new StringBuilder();
        foreach (var page in pages)
        {
            await visitor.OpenAsync(page);
            await visitor.HasSettledAsync();
            read.AppendLine(await visitor.Page.EvaluateAsync<string>(Everything));
        }

        return read.ToString();
    }
}
