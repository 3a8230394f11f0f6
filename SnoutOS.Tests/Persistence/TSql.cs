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

    /// <summary>The statements of a script that define something; EXEC of a text counts as what the text defines.</summary>
    public static IEnumerable<string> Definitions(string script)
    {
        var parsed = (TSqlScript)Parse(script, out _);
        foreach (var statement in parsed.Batches.SelectMany(batch => batch.Statements))
        {
            switch (statement)
            {
                case CreateTableStatement or CreateIndexStatement or AlterTableStatement:
                    yield return script.Substring(statement.StartOffset, statement.FragmentLength);
                    break;
                case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings: [StringLiteral text] } }:
                    yield return text.Value.Replace("CREATE OR ALTER", "CREATE", StringComparison.Ordinal);
                    break;
            }
        }
    }

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
