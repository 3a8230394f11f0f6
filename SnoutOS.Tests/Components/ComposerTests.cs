using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Time.Testing;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

public sealed class ComposerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = TestTime.Clock();
    private readonly Pages _pages;
    private readonly List<ComposedMessage> _sent = [];
    private readonly List<string> _drafts = [];
    private Refusal? _answer;

    public ComposerTests() => _pages = new Pages(_clock);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public async Task A_text_is_handed_on_under_the_key_it_left_the_box_with()
    {
        var composer = Show();
        Assert.True(await SendAsync(composer, "On our way", "key-1"));
        Assert.Equal(("On our way", "key-1", MessagePurpose.Conversation), (_sent[0].Body, _sent[0].Key, _sent[0].Purpose));
        Assert.Empty(composer.FindAll(".refusal"));
    }

    [Fact]
    public async Task The_sitter_beside_the_office_sees_what_is_written_as_the_switch_says()
    {
        var ana = new Companion(Guid.CreateVersion7(TestTime.Noon), "Ana Silva", SeesByDefault: true);
        var composer = Show();
        Assert.Empty(composer.FindAll(".sees"));
        await SendAsync(composer, "At the front desk", "key-1");

        composer.Render(parameters => parameters.Add(box => box.Companion, ana));
        Assert.Equal("Ana sees this", composer.Find(".sees").TextContent.Trim());
        await SendAsync(composer, "For both", "key-2");
        await composer.Find(".sees input").ChangeAsync(false);
        await SendAsync(composer, "Between us", "key-3");
        await SendAsync(composer, "For both again", "key-4");

        // What was switched for Ana is not said of Ben.
        await composer.Find(".sees input").ChangeAsync(true);
        composer.Render(parameters => parameters.Add(box => box.Companion, new Companion(Guid.CreateVersion7(TestTime.Noon), "Ben Okafor", SeesByDefault: false)));
        await SendAsync(composer, "Not for Ben", "key-5");
        Assert.Equal([false, true, false, true, false], _sent.Select(sent => sent.SitterSees));
    }

    [Fact]
    public async Task A_refusal_is_told_and_the_browser_puts_the_text_back()
    {
        var elsewhere = Guid.CreateVersion7(TestTime.Noon);
        _answer = new Refusal("This number is no longer in use.", elsewhere);
        var composer = Show();
        Assert.False(await SendAsync(composer, "Hello?", "key-1"));
        Assert.Contains("no longer in use", composer.Find(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal($"messages/{elsewhere}", composer.Find(".refusal a").GetAttribute("href"));

        _answer = null;
        Assert.True(await SendAsync(composer, "Hello?", "key-2"));
        Assert.Empty(composer.FindAll(".refusal"));
    }

    [Fact]
    public async Task Segments_are_counted_while_typing()
    {
        var composer = Show();
        Assert.Equal("", Count(composer));
        await TypeAsync(composer, "Hi");
        Assert.Equal("1 text · 158 left", Count(composer));
        await TypeAsync(composer, new string('a', 161));
        Assert.Equal("2 texts · 145 left", Count(composer));
        await TypeAsync(composer, "Good dog 🐶");
        Assert.Equal("1 text · 59 left", Count(composer));
        await TypeAsync(composer, new string('a', 1700));
        Assert.Equal("100 characters too many", Count(composer));
    }

    [Fact]
    public async Task A_draft_is_saved_after_a_pause_and_the_rest_on_the_way_out()
    {
        var composer = Show();
        await TypeAsync(composer, "H");
        await TypeAsync(composer, "He");
        Assert.Empty(_drafts);
        _clock.Advance(DraftKeeper.Pause);
        composer.WaitForAssertion(() => Assert.Equal(["He"], _drafts));
        await TypeAsync(composer, "Hey");
        await composer.Instance.DisposeAsync();
        Assert.Equal(["He", "Hey"], _drafts);
    }

    [Fact]
    public async Task Money_is_marked_for_one_message_only_and_only_where_offered()
    {
        Assert.Empty(Show().FindAll(".money"));
        var frontDesk = Show(offersMoney: true);
        await frontDesk.Find(".money").ClickAsync();
        await SendAsync(frontDesk, "Your invoice", "key-1");
        await SendAsync(frontDesk, "And thank you", "key-2");
        Assert.Equal([MessagePurpose.Billing, MessagePurpose.Conversation], _sent.Select(sent => sent.Purpose));
    }

    [Fact]
    public async Task Attachments_go_along_once_can_be_removed_and_have_a_limit()
    {
        var composer = Show();
        var picker = composer.FindComponent<InputFile>();
        picker.UploadFiles(InputFileContent.CreateFromBinary([1, 2, 3], "biscuit.jpg"), InputFileContent.CreateFromBinary([4], "waffles.jpg"));
        composer.WaitForAssertion(() => Assert.Equal(2, composer.FindAll(".files li").Count));
        await composer.Find(".remove").ClickAsync();
        await SendAsync(composer, "", "key-1");
        Assert.Equal([4], Assert.Single(_sent[0].Attachments).Bytes);
        Assert.Empty(composer.FindAll(".files"));

        composer.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(new byte[Composer.MaxFileBytes + 1], "huge.mp4"));
        composer.WaitForAssertion(() => Assert.Contains("5 MB", composer.Find(".refusal").TextContent, StringComparison.Ordinal));
        Assert.Empty(composer.FindAll(".files"));
    }

    private static string Count(IRenderedComponent<Composer> composer) => composer.Find(".foot span:last-child").TextContent;

    private static Task TypeAsync(IRenderedComponent<Composer> composer, string text) =>
        composer.InvokeAsync(() => composer.Instance.Typed(text));

    private static Task<bool> SendAsync(IRenderedComponent<Composer> composer, string text, string key) =>
        composer.InvokeAsync(() => composer.Instance.SendAsync(text, key));

    private IRenderedComponent<Composer> Show(bool offersMoney = false) => _pages.Render<Composer>(parameters => parameters
        .Add(composer => composer.ThreadId, Shown.Thread.Id)
        .Add(composer => composer.OffersMoney, offersMoney)
        .Add(composer => composer.OnSend, TakeAsync)
        .Add(composer => composer.OnDraft, KeepAsync));

    private Task<Refusal?> TakeAsync(ComposedMessage composed)
    {
        _sent.Add(composed);
        return Task.FromResult(_answer);
    }

    private Task KeepAsync(string text)
    {
        _drafts.Add(text);
        return Task.CompletedTask;
    }
}
