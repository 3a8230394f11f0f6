using System.Net;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Persistence;

/// <summary>Where databases differ by nature (case, order, instants, zero bytes), the product does not.</summary>
public abstract class SameEverywhereTests(Product product)
{
    [Theory]
    [InlineData("casey", true)]
    [InlineData("CASEY MOORE", true)]
    [InlineData("biscuit", true)]
    [InlineData("case_", false)]
    [InlineData("c%y", false)]
    [InlineData("[c]asey", false)]
    [InlineData("100% [dog]", true)]
    [InlineData("casey\0", true)]
    public async Task A_search_minds_neither_case_nor_wildcards(string search, bool finds)
    {
        var office = await product.OpenOfficeAsync();
        var phone = Businesses.NextNumber();
        var thread = await office.TextInAsync(phone, "Hi");
        Assert.IsType<ClientRecording.Recorded>(await product.App.Get<ClientBook>().RegisterAsync(
            office.Owner, new ClientEntry("Casey Moore", [phone], null, "Biscuit, 100% [dog]", [], []), CancellationToken.None));
        var found = await office.GetAsync($"/api/messages/threads?q={Uri.EscapeDataString(search)}");
        Assert.Equal(finds ? [thread] : [], found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task Keys_that_differ_by_case_are_two_keys()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        Assert.Equal(HttpStatusCode.Created, (await office.WriteAsync(thread, new { body = "One", idempotencyKey = "key" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await office.WriteAsync(thread, new { body = "Two", idempotencyKey = "KEY" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await office.WriteAsync(thread, new { body = "One", idempotencyKey = "key" })).StatusCode);
    }

    [Fact]
    public async Task Zero_bytes_break_nothing()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        Assert.Equal(HttpStatusCode.Created, (await office.WriteAsync(thread, new { body = "A\0B" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await office.Http.GetAsync("/api/audit?type=a%00b")).StatusCode);
    }

    [Fact]
    public async Task What_is_found_in_a_text_with_zero_bytes_lies_where_it_was_found()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        var written = await (await office.WriteAsync(thread, new { body = "A\0\0B, my cell is 212-555-0142" })).JsonAsync();
        var finding = Assert.Single(written.GetProperty("findings").EnumerateArray());
        Assert.Equal("212-555-0142", written.GetProperty("body").GetString()!.Substring(finding.GetProperty("start").GetInt32(), finding.GetProperty("length").GetInt32()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Pages_of_clients_and_numbers_hold_every_row_once_in_one_order(int limit)
    {
        var office = await product.OpenOfficeAsync();
        foreach (var name in (string[])["zoe", "Zoe", "Åsa", "adam", "Adam", "Émile", "O'Hara", "Ng", "Adam"])
        {
            await product.App.Get<ClientBook>().RegisterAsync(
                office.Owner, new ClientEntry(name, [Businesses.NextNumber()], null, "", [], []), CancellationToken.None);
            await product.App.Get<NumberBook>().AddAsync(office.Owner, Businesses.NextNumber(), NumberClass.Pool, null, CancellationToken.None);
        }

        foreach (var (path, count) in ((string, int)[])[("/api/clients", 9), ("/api/numbers", 10)])
        {
            var whole = await ReadAsync(office, path, 100);
            Assert.Equal(count, whole.Count);
            Assert.Equal(whole, await ReadAsync(office, path, limit));
        }

        var list = product.App.Get<ClientList>();
        var read = new List<ClientListing>();
        for (Slice<ClientListing>? page = null; page is null or { HasMore: true }; read.AddRange(page.Items))
        {
            page = await list.ReadAsync(office.Owner, new ClientFilter(), read is [] ? null : read[^1].Place, limit, CancellationToken.None);
        }

        Assert.Equal((await list.ReadAsync(office.Owner, new ClientFilter(), after: null, 100, CancellationToken.None)).Items.Select(client => client.Id), read.Select(client => client.Id));
        Assert.Equal(new ClientCounts(9, 0, 0), await list.CountAsync(office.Owner, CancellationToken.None));
    }

    [Fact]
    public async Task An_instant_comes_back_as_it_was_written()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        DateTimeOffset[] instants = [TestTime.Noon.AddMicroseconds(1), TestTime.Noon.AddMicroseconds(2), DateTimeOffset.UnixEpoch, DateTimeOffset.MinValue];
        foreach (var instant in instants)
        {
            // In another zone and with ticks that not every database keeps.
            var written = instant == DateTimeOffset.MinValue ? instant : instant.AddTicks(7).ToOffset(TimeSpan.FromHours(-5));
            await office.ChangeAsync(async db => (await db.Threads.SingleAsync(row => row.Id == thread)).NeedsOwnerSince = written);
            await using var db = office.Db();
            Assert.Equal(instant, (await db.Threads.SingleAsync(row => row.Id == thread && row.NeedsOwnerSince == instant)).NeedsOwnerSince);
            Assert.Equal(0, await db.Threads.CountAsync(row => row.NeedsOwnerSince > instant || row.NeedsOwnerSince < instant));
        }
    }

    [Fact]
    public async Task What_is_longer_than_anybody_types_is_kept_whole()
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync(Businesses.NextNumber(), new string('w', 120_000));
        await using var db = office.Db();
        Assert.Equal(120_000, (await db.Messages.SingleAsync(row => row.ThreadId == thread)).Body.Length);
        var care = product.App.Get<ThreadCare>();
        await care.SaveDraftAsync(office.Owner, thread, new string('d', 20_000), CancellationToken.None);
        Assert.Equal(20_000, (await care.DraftAsync(office.Owner, thread, CancellationToken.None)).Length);
        Assert.Equal(HttpStatusCode.OK, (await product.Webhooks.TextAsync(new string('s', 300), office.Business.FrontDesk.E164, "Hi")).StatusCode);
        await office.ProcessedAsync();
        Assert.Equal(1, await db.Clients.CountAsync(client => client.Kind == ClientKind.Service));
    }

    private static async Task<List<Guid>> ReadAsync(Office office, string path, int limit)
    {
        var (ids, cursor) = (new List<Guid>(), "");
        do
        {
            var page = await office.GetAsync($"{path}?limit={limit}{cursor}");
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
        }
        while (cursor is not null);
        return ids;
    }
}
