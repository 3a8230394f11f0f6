using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Tests.Proving;

/// <summary>Something that went wrong with stored rows, written past every rule of the product and of the database.</summary>
internal abstract record Fault
{
    /// <summary>An id that no row has.</summary>
    public const string NewId = "'00000000-0000-0000-0000-00000000000A'";

    private static readonly (string Column, string Value)[] Empty =
    [
        ("MessageCount", "0"), ("InboundCount", "0"), ("LastMessageDirection", "NULL"), ("LastOutboundAt", "NULL"),
        ("AwaitsSitterSince", "NULL"), ("AwaitsSitterId", "NULL"), ("HeldCount", "0"),
    ];

    public abstract Task PlantAsync(SnoutDbContext db);

    public static Fault Of(string sql) => new Statement(sql);

    /// <summary>One more row like one that is there, but for some columns.</summary>
    public static Fault Copy(string table, string where, params (string Column, string Value)[] changes) => new CopiedRow(table, where, changes);

    /// <summary>One more thread, without a message, like one that is there.</summary>
    public static Fault Thread(params (string Column, string Value)[] changes) =>
        new CopiedRow("Threads", "1 = 1", [("Id", NewId), .. changes, .. Empty]);

    private sealed record Statement(string Sql) : Fault
    {
        public override async Task PlantAsync(SnoutDbContext db) => Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(Escaped(Sql)));
    }

    private sealed record CopiedRow(string Table, string Where, (string Column, string Value)[] Changes) : Fault
    {
        public override async Task PlantAsync(SnoutDbContext db)
        {
            var columns = await db.Database.SqlQuery<string>($"""SELECT name AS "Value" FROM pragma_table_info({Table})""").ToListAsync();
            var values = columns.Select(column => Array.Find(Changes, change => change.Column == column).Value ?? $"\"{column}\"");
            var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
            var sql = $"""INSERT INTO "{Table}" ({names}) SELECT {string.Join(", ", values)} FROM "{Table}" WHERE {Where} LIMIT 1""";
            Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(Escaped(sql)));
        }
    }

    /// <summary>Braces would be taken for parameters.</summary>
    private static string Escaped(string sql) => sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
