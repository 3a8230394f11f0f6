using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Bench;

/// <summary>Writes rows with prepared statements, in the columns and forms of the model, a hundred times as fast as tracking them.</summary>
internal sealed class BulkInsert(SnoutDbContext db, SqliteConnection connection)
{
    public void Add<T>(IEnumerable<T> rows)
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is no table of the model.");
        var properties = type.GetProperties().ToList();
        using var command = connection.CreateCommand();
        var names = properties.Select(property => $"\"{property.GetColumnName()}\"");
        var places = Enumerable.Range(0, properties.Count).Select(place => string.Create(CultureInfo.InvariantCulture, $"$p{place}")).ToList();
#pragma warning disable CA2100 // Names of the model, nothing that anybody typed.
        command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)})";
#pragma warning restore CA2100
        var parameters = places.ConvertAll(place => command.Parameters.Add(new SqliteParameter { ParameterName = place }));
        command.Prepare();
        foreach (var row in rows)
        {
            for (var place = 0; place < parameters.Count; place++)
            {
                parameters[place].Value = ValueOf(properties[place], row) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    private static object? ValueOf(IProperty property, object? row)
    {
        var value = property.PropertyInfo!.GetValue(row);
        return value is null || property.GetTypeMapping().Converter is not { } converter ? value : converter.ConvertToProvider(value);
    }
}
