using System.Net;
using System.Text.Json;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Api;

namespace SnoutOS.Tests.Api;

/// <summary>Lists in pages: every row once and in order, whatever the page size and whatever comes in meanwhile.</summary>
public abstract class PagingTests(Product product)
{
    private const string Threads = "/api/messages/threads";

    [Theory]
    [InlineData("limit=0", "invalid_limit")]
    [InlineData("limit=101", "invalid_limit")]
    [InlineData("limit=many", "invalid_limit")]
    [InlineData("cursor=nonsense", "invalid_cursor")]
    [InlineData("cursor=AAAA", "invalid_cursor")]
    [InlineData("cursor=%2B12125550142", "invalid_cursor")]
    [InlineData("cursor=__________AAAAAAAAAAAAAAAAAAAAAA", "invalid_cursor")]
    public async Task A_page_that_cannot_be_is_refused(string query, string code)
    {
        var office = await product.OpenOfficeAsync();
        await (await office.Http.GetAsync($"{Threads}?{query}")).IsProblemAsync(HttpStatusCode.BadRequest, code);
        await (await office.Http.GetAsync($"{Threads}/{Guid.Empty}/messages?{query}")).IsProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(100)]
    public async Task Pages_of_messages_hold_every_row_once_in_order_while_others_come_in(int limit)
    {
        var office = await product.OpenOfficeAsync();
        var thread = await office.TextInAsync();
        var at = product.Clock.GetUtcNow();

        // Three of each instant, so that the id has to tell them apart.
        await AddAsync(office, thread, Enumerable.Range(1, 20).Select(n => at.AddSeconds(n / 3)));
        var expected = (await PageAsync(office, $"{Threads}/{thread}/messages?limit=100")).Items;
        Assert.Equal(21, expected.Count);
        var read = await AllAsync(office, $"{Threads}/{thread}/messages", limit, () => AddAsync(office, thread, [at.AddHours(1)]));
        Assert.Equal(expected, read);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    public async Task Pages_of_conversations_hold_every_row_once_in_order_while_others_come_in(int limit)
    {
        var office = await product.OpenOfficeAsync();
        for (var n = 0; n < 12; n++)
        {
            await office.TextInAsync();
        }

        var expected = (await PageAsync(office, $"{Threads}?limit=100")).Items;
        var read = await AllAsync(office, Threads, limit, () => office.TextInAsync());
        Assert.Equal(expected, read);
    }

    [Fact]
    public void A_cursor_says_nothing_to_a_reader_and_everything_to_us()
    {
        var place = new Domain.Inbox.PageCursor(TestTime.Noon.AddMicroseconds(7), Guid.CreateVersion7(TestTime.Noon));
        Assert.True(Cursors.TryRead(Cursors.Of(place), out Domain.Inbox.PageCursor? read));
        Assert.Equal(place, read);
        Assert.True(Cursors.TryRead(Cursors.Of(place.Id), out Guid? id));
        Assert.Equal(place.Id, id);
        Assert.True(Cursors.TryRead(Cursors.Of(42), out long? sequence));
        Assert.Equal(42, sequence);
    }

    private static async Task AddAsync(Office office, Guid thread, IEnumerable<DateTimeOffset> instants) =>
        await office.ChangeAsync(async db => await db.Messages.AddRangeAsync(instants.Select(at => new Message
        {
            OrganizationId = office.Id,
            Id = Guid.CreateVersion7(at),
            ThreadId = thread,
            Direction = Direction.Inbound,
            AuthorKind = AuthorKind.Client,
            Body = "Woof",
            Status = MessageStatus.Received,
            CreatedAt = at,
        })));

    private static async Task<List<Guid>> AllAsync(Office office, string path, int limit, Func<Task> meanwhile)
    {
        var (items, cursor) = await PageAsync(office, $"{path}?limit={limit}");
        while (cursor is not null)
        {
            await meanwhile();
            var next = await PageAsync(office, $"{path}?limit={limit}&cursor={cursor}");
            Assert.InRange(next.Items.Count, 1, limit);
            items.AddRange(next.Items);
            cursor = next.Cursor;
        }

        return items;
    }

    private static async Task<(List<Guid> Items, string? Cursor)> PageAsync(Office office, string path)
    {
        var page = await office.GetAsync(path);
        return (
            [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())],
            page.GetProperty("nextCursor") is { ValueKind: JsonValueKind.String } cursor ? cursor.GetString() : null);
    }
}
