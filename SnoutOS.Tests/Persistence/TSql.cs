using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace SnoutOS.Tests.Persistence;

/// <summary>Judges T-SQL without a server: Microsoft's own parser for the grammar, its own schema model for the names.</summary>
internal static class TSql
{
    /// <summary>What the parser objects to; nothing when it understands every word.</summary>
    public static IReadOnlyList<string> Faults(string script)
    {
        Parse(script, out var errors);
        return [.. errors.Select(error => $"{error.Line}: {error.Message}")];
    }

    /// <summary>
    /// The statements of a script that define something; EXEC of a text counts as what the text defines, and a column that
    /// is added later as one of its table from the start: the schema model knows no steps.
    /// </summary>
    public static IEnumerable<string> Definitions(string script)
    {
        var statements = ((TSqlScript)Parse(script, out _)).Batches.SelectMany(batch => batch.Statements).ToList();
        var tables = statements.OfType<CreateTableStatement>().ToDictionary(table => NameOf(table.SchemaObjectName), StringComparer.Ordinal);
        foreach (var added in statements.OfType<AlterTableAddTableElementStatement>())
        {
            foreach (var column in added.Definition.ColumnDefinitions)
            {
                tables[NameOf(added.SchemaObjectName)].Definition.ColumnDefinitions.Add(column);
            }
        }

        return statements.Select(statement => DefinitionIn(statement, script)).OfType<string>();
    }

    private static string? DefinitionIn(TSqlStatement statement, string script)
    {
        switch (statement)
        {
            case AlterTableAddTableElementStatement { Definition.ColumnDefinitions.Count: > 0 }:
                return null;
            case CreateTableStatement:
                new Sql160ScriptGenerator().GenerateScript(statement, out var table);
                return table;
            case CreateIndexStatement or AlterTableStatement:
                return script.Substring(statement.StartOffset, statement.FragmentLength);
            case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings: [StringLiteral text] } }:
                return text.Value.Replace("CREATE OR ALTER", "CREATE", StringComparison.Ordinal);
            default:
                return null;
        }
    }

    private static string NameOf(SchemaObjectName name) => name.BaseIdentifier.Value;

    /// <summary>Names and types that the definitions get wrong, as the schema model sees them.</summary>
    public static IReadOnlyList<string> Contradictions(IEnumerable<string> definitions)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var definition in definitions)
        {
            model.AddObjects(definition);
        }

        return [.. model.Validate().Select(message => message.ToString())];
    }

    private static TSqlFragment Parse(string script, out IList<ParseError> errors)
    {
        using var reader = new StringReader(script);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }
}
