using System.Diagnostics;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Policing;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Policing;
using SnoutOS.Web.Components.Settings;

namespace SnoutOS.Tests.Components;

public sealed class RulesPageTests(AppWithClock product) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private const string Phone = "my cell is 212-555-0142";

    private Correspondence _business = null!;
    private Pages _pages = null!;

    public async ValueTask InitializeAsync()
    {
        _business = await Correspondence.OpenAsync(product.App);
        _pages = new Pages(product.Clock, product.App, _business.Owner);
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public async Task Nothing_holds_before_it_is_saved()
    {
        var page = await ShowAsync<RulesPage>(".matrix");
        Assert.Equal("These rules are in force.", Standing(page));
        Assert.True(Save(page).HasAttribute("disabled"));

        await page.Find("#rule-Url-Inbound").ChangeAsync("Off");
        await page.FindAll("[name=sensitivity]")[2].ChangeAsync("on");
        await page.Find("#approve-first").InputAsync("3");
        Assert.Equal("Changed, and not saved yet.", Standing(page));
        Assert.Equal(RuleSet.Usual, await KeptAsync());

        await Save(page).ClickAsync();
        Assert.Equal("These rules are in force.", Standing(page));
        var kept = await KeptAsync();
        Assert.Equal((Sensitivity.Strict, PoachingAction.Off, 3), (kept.Sensitivity, kept.ClientToSitter[FindingType.Url], kept.ApproveFirst));
        Assert.Equal(PoachingAction.Block, kept.SitterToClient[FindingType.Url]);
    }

    [Fact]
    public async Task Edits_are_discarded_and_the_usual_rules_come_back_when_saved()
    {
        var own = RuleSet.Usual.With(Sensitivity.Relaxed).With(Direction.Outbound, FindingType.Email, PoachingAction.Mask);
        await product.App.Get<RuleBook>().SaveAsync(_business.Owner, own, CancellationToken.None);
        var page = await ShowAsync<RulesPage>(".matrix");
        Assert.Equal("Mask", page.Find("#rule-Email-Outbound").GetAttribute("value"));

        await page.Find("#rule-Email-Outbound").ChangeAsync("Off");
        await Button(page, "Discard").ClickAsync();
        Assert.Equal(("Mask", "These rules are in force."), (page.Find("#rule-Email-Outbound").GetAttribute("value"), Standing(page)));

        await Button(page, "Back to the usual rules").ClickAsync();
        Assert.Equal(own, await KeptAsync());
        await Save(page).ClickAsync();
        Assert.Equal(RuleSet.Usual, await KeptAsync());
    }

    [Theory]
    [InlineData("51")]
    [InlineData("")]
    [InlineData("-1")]
    public async Task A_number_of_approvals_out_of_range_is_told_at_the_field_and_cannot_be_saved(string typed)
    {
        var page = await ShowAsync<RulesPage>(".matrix");
        await page.Find("#approve-first").InputAsync(typed);
        Assert.Equal("Choose a number from 0 to 50.", page.Find(".approvals [role=alert]").TextContent);
        Assert.True(Save(page).HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_message_is_tried_by_the_rules_as_they_are_edited_and_by_the_list()
    {
        var page = await ShowAsync<RulesPage>(".matrix");
        await page.Find("#try-text").InputAsync(Phone);
        Assert.Equal("Block", Verdict(page));
        Assert.Equal("212-555-0142", page.Find("mark .found").TextContent);
        await page.Find("#try-way").ChangeAsync("Inbound");
        Assert.Equal("Mask", Verdict(page));
        await page.Find("#rule-PhoneNumber-Inbound").ChangeAsync("Off");
        Assert.Equal("Off", Verdict(page));
        await page.Find("#try-way").ChangeAsync("Outbound");
        Assert.Equal("Block", Verdict(page));

        await page.Find("#allow-value").InputAsync("212-555-0142");
        await page.Find("form.add").SubmitAsync();
        await Pages.EventuallyAsync(product.Clock, () => Assert.Equal("Off", Verdict(page)));
        Assert.Contains("allow-list", page.Find(".verdict").TextContent, StringComparison.Ordinal);
        await page.Find("#try-text").InputAsync("Biscuit ate all of his dinner");
        Assert.Contains("nothing was found", page.Find(".verdict").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_change_is_shown_and_forgotten_when_the_rules_change_again()
    {
        await _business.AddAsync(Written.BySitter, Phone, "Biscuit ate all of his dinner");
        var page = await ShowAsync<RulesPage>(".matrix");
        Assert.True(Button(page, "See what would change").HasAttribute("disabled"));
        await page.Find("#rule-PhoneNumber-Outbound").ChangeAsync("Flag");
        await Button(page, "See what would change").ClickAsync();
        await Pages.EventuallyAsync(product.Clock, () => page.Find("[data-change=LetThrough]"));
        Assert.Contains("phone number 1", page.Find("[data-change=LetThrough]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"messages/{_business.RobinsThread}", page.Find("[data-what-if] a").GetAttribute("href"));
        Assert.Contains("2 messages looked at: 1 would", page.Find(".summary").TextContent, StringComparison.Ordinal);

        await page.Find("#rule-PhoneNumber-Outbound").ChangeAsync("Mask");
        Assert.Empty(page.FindAll("[data-change]"));
        Assert.Contains("Look again", page.Find(".word").TextContent, StringComparison.Ordinal);
        Assert.Equal(RuleSet.Usual, await KeptAsync());
    }

    [Fact]
    public async Task Whoever_leaves_the_page_ends_the_run()
    {
        var longText = string.Concat(Enumerable.Repeat("Biscuit had a lovely walk and half of the treats. ", 300));
        await _business.AddAsync(Written.BySitter, TimeSpan.FromDays(1), _business.RobinsThread, Enumerable.Repeat(longText, 800));
        var edited = RuleSet.Usual.With(Sensitivity.Strict);
        var desk = _pages.Services.GetRequiredService<WhatIfDesk>();
        var started = Stopwatch.GetTimestamp();
        await desk.RunAsync(_business.Owner, edited, new Progress<WhatIfProgress>(), CancellationToken.None);
        var whole = Stopwatch.GetElapsedTime(started);

        var card = _pages.Render<WhatIfCard>(card => card.Add(it => it.Rules, edited).Add(it => it.InForce, RuleSet.Usual));
        var click = Button(card, "See what would change").ClickAsync();
        await Pages.EventuallyAsync(product.Clock, () => Assert.True(desk.IsBusy));
        Assert.False(click.IsCompleted);
        await _pages.DisposeComponentsAsync();
        var left = Stopwatch.GetTimestamp();
        await Pages.EventuallyAsync(product.Clock, () => Assert.False(desk.IsBusy));
        Assert.InRange(Stopwatch.GetElapsedTime(left), TimeSpan.Zero, whole / 2);
    }

    [Fact]
    public async Task Somebodys_own_phone_is_allowed_only_with_a_tick_for_that_very_number()
    {
        await using var db = product.App.Db(_business.Owner.OrganizationId);
        var phone = db.ClientPhones.Single(row => row.ClientId == _business.Robin).Phone;
        var card = await ShowAsync<AllowedCard>(".empty");
        await card.Find("#allow-value").InputAsync(phone.E164);
        await card.Find("form.add").SubmitAsync();
        Assert.Contains("Robin Vale's own phone", card.Find("#allow-refused").TextContent, StringComparison.Ordinal);
        await card.Find(".tick input").ChangeAsync(true);
        await card.Find("#allow-value").InputAsync(phone.E164 + "0");
        Assert.Empty(card.FindAll(".tick"));

        await card.Find("#allow-value").InputAsync(phone.E164);
        await card.Find("form.add").SubmitAsync();
        await card.Find(".tick input").ChangeAsync(true);
        await card.Find("form.add").SubmitAsync();
        await Pages.EventuallyAsync(product.Clock, () => card.Find("[data-allowed]"));
        Assert.Contains("Added by Olivia Park", card.Find("[data-allowed]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_takes_something_off_the_list_is_asked_once_more()
    {
        await product.App.Get<AllowedContacts>().AddAsync(_business.Owner, "happy-tails.example", "Ours", evenSomebodys: false, CancellationToken.None);
        var card = await ShowAsync<AllowedCard>("[data-allowed]");
        await card.Find("[aria-label='Remove happy-tails.example']").ClickAsync();
        await Button(card, "Keep").ClickAsync();
        Assert.NotEmpty(card.FindAll("[data-allowed]"));
        await card.Find("[aria-label='Remove happy-tails.example']").ClickAsync();
        await Button(card, "Yes, remove").ClickAsync();
        await Pages.EventuallyAsync(product.Clock, () => card.Find(".empty"));
        Assert.Empty(await product.App.Get<AllowedContacts>().ListAsync(_business.Owner, CancellationToken.None));
    }

    [Fact]
    public async Task A_text_of_the_business_that_names_a_strange_number_gets_a_hint_and_is_kept()
    {
        var card = await ShowAsync<NoticesCard>("[data-notice=AfterHours]");
        Assert.Empty(card.FindAll("[role=status].hint"));
        await card.Find("[data-notice=AfterHours] textarea").InputAsync("{business} is closed, my cell is 212-555-0142.");
        Assert.Contains("212-555-0142", card.Find("[data-notice=AfterHours] .hint").TextContent, StringComparison.Ordinal);
        await card.Find("form[data-notice=AfterHours]").SubmitAsync();
        Assert.Empty(card.FindAll("[role=alert]"));
        Assert.Contains("212-555-0142", card.Find("[data-notice=AfterHours] .hint").TextContent, StringComparison.Ordinal);
    }

    private Task<RuleSet> KeptAsync() => product.App.Get<RuleBook>().ReadAsync(_business.Owner, CancellationToken.None);

    private static string Standing(IRenderedComponent<RulesPage> page) => page.Find(".bar [role=status]").TextContent;

    private static string? Verdict(IRenderedComponent<RulesPage> page) => page.Find("[data-verdict]").GetAttribute("data-verdict");

    private static AngleSharp.Dom.IElement Save(IRenderedComponent<RulesPage> page) => Button(page, "Save");

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string words)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == words);

    private async Task<IRenderedComponent<T>> ShowAsync<T>(string until)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        var shown = _pages.Render<T>();
        await Pages.EventuallyAsync(product.Clock, () => shown.Find(until));
        return shown;
    }
}
