using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator.Carrier;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>Writing an answer, and what becomes of it.</summary>
public sealed class ComposerTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Filtered = 30007;

    private Desk _desk = null!;
    private DeskClient _maya = null!;
    private Visitor _owner = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _desk = await Desk.OpenAsync(App);
        _maya = await _desk.AddClientAsync("Maya Lindqvist");
        _owner = await OwnerOfAsync(_desk);
        await _owner.OpenAsync($"/messages/{_maya.ThreadId}");
        await Expect(_owner.Composer).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_typed_and_sent_before_the_box_is_ready_is_sent_once_it_is()
    {
        var mayCome = new TaskCompletionSource();
        var elsewhere = await OwnerOfAsync(_desk);
        await elsewhere.Page.RouteAsync("**/js/composer*.js", async route =>
        {
            await mayCome.Task;
            await route.ContinueAsync();
        });
        await elsewhere.OpenAsync($"/messages/{_maya.ThreadId}");
        await elsewhere.Composer.ClickAsync();
        await elsewhere.Page.Keyboard.TypeAsync("Biscuit says hi");
        await elsewhere.Page.Keyboard.PressAsync("Enter");
        await Expect(elsewhere.Composer).ToHaveValueAsync("Biscuit says hi");
        mayCome.SetResult();
        await Expect(_owner.Bubble("Biscuit says hi")).ToBeVisibleAsync();
        await Expect(elsewhere.Composer).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_draft_is_there_again_after_other_conversations_and_in_another_browser()
    {
        await _desk.AddClientAsync("Theo Grant");
        await _owner.Composer.FillAsync("Biscuit was");
        await _owner.Page.ReloadAsync();
        await Expect(_owner.Composer).ToHaveValueAsync("Biscuit was");

        await _owner.Row("Theo").ClickAsync();
        await Expect(_owner.Find("h2").Filter(new() { HasText = "Theo" })).ToBeVisibleAsync();
        await Expect(_owner.Composer).ToHaveValueAsync("");
        await _owner.Row("Maya").ClickAsync();
        await Expect(_owner.Composer).ToHaveValueAsync("Biscuit was");

        var elsewhere = await OwnerOfAsync(_desk);
        await elsewhere.OpenAsync($"/messages/{_maya.ThreadId}");
        await Expect(elsewhere.Composer).ToHaveValueAsync("Biscuit was");
    }

    [Fact]
    public async Task Enter_pressed_twice_sends_once()
    {
        await _owner.Composer.FillAsync("On my way");
        await Task.WhenAll(_owner.Composer.PressAsync("Enter"), _owner.Composer.PressAsync("Enter"));
        await Expect(_owner.Bubble("On my way")).ToContainTextAsync("Delivered");
        await Expect(_owner.Composer).ToHaveValueAsync("");
        Assert.Equal("On my way", Assert.Single(_desk.ArrivedAt(_maya)));
        await using var db = _desk.Db();
        Assert.Single(await db.Messages.Where(row => row.ThreadId == _maya.ThreadId).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_failure_says_why_and_is_sent_again_as_a_new_message()
    {
        _desk.Carrier.Behave(_maya.Phone.E164, new CarrierBehavior { FailWith = Filtered });
        await _owner.Composer.FillAsync("Look: http://example.test");
        await _owner.Composer.PressAsync("Enter");
        var failed = _owner.Bubble("Look: http://example.test").First;
        await Expect(failed).ToContainTextAsync("The carrier filtered it as unwanted.");
        await Expect(_owner.Row("Maya")).ToContainTextAsync("Failed");

        _desk.Carrier.Behave(_maya.Phone.E164, null);
        await failed.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await Expect(failed).ToContainTextAsync("Sent again below.");
        await Expect(_owner.Bubble("Look: http://example.test").Last).ToContainTextAsync("Delivered");
        await Expect(_owner.Row("Maya")).Not.ToContainTextAsync("Failed");

        await using var db = _desk.Db();
        var messages = await db.Messages.Where(row => row.ThreadId == _maya.ThreadId).OrderBy(row => row.CreatedAt).ToListAsync(Stop);
        Assert.Equal([MessageStatus.Failed, MessageStatus.Delivered], messages.Select(message => message.Status));
        Assert.Equal(messages[0].Id, messages[1].RetryOfId);
    }

    [Fact]
    public async Task Nothing_is_sent_to_who_opted_out_and_the_text_is_kept()
    {
        await _desk.TextAsync(_maya, "STOP");
        await Expect(_owner.Page.GetByText("This client opted out of texts.")).ToBeVisibleAsync();
        await Expect(_owner.Row("Maya")).ToContainTextAsync("Opted out");

        await _owner.Composer.FillAsync("Are you sure?");
        await _owner.Composer.PressAsync("Enter");
        await Expect(_owner.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("opted out");
        await Expect(_owner.Composer).ToHaveValueAsync("Are you sure?");
        await Expect(_owner.Bubble("Are you sure?")).ToHaveCountAsync(0);

        await _desk.TextAsync(_maya, "START");
        await Expect(_owner.Page.GetByText("This client opted out of texts.")).ToHaveCountAsync(0);
        await _owner.Composer.PressAsync("Enter");
        await Expect(_owner.Bubble("Are you sure?")).ToContainTextAsync("Delivered");
    }
}
