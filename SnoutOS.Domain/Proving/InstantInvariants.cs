using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Proving;

internal static class InstantInvariants
{
    /// <summary>Asked only where the database would keep a finer instant; PostgreSQL cannot.</summary>
    public static IReadOnlyList<Invariant> Of(IDatabaseTraits traits, IModel model)
    {
        var columns =
            from entity in model.GetEntityTypes()
            where entity.GetTableName() is not null
            from property in entity.GetProperties()
            where property.ClrType == typeof(DateTimeOffset) || property.ClrType == typeof(DateTimeOffset?)
            let finer = traits.FinerThanMicroseconds($"\"{property.GetColumnName()}\"")
            where finer is not null
            select $"""SELECT '{entity.GetTableName()}.{property.GetColumnName()}' AS "Value" FROM "{entity.GetTableName()}" WHERE {finer}""";
        var sql = string.Join("\nUNION ALL ", columns);
        return sql.Length == 0 ? [] : [new("instants-are-whole-microseconds", "every instant is kept in whole microseconds", "column", sql)];
    }
}
