using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace SnoutOS.Domain.Persistence;

/// <summary>
/// Finds text whatever its case. Databases differ in whether LIKE minds it, so both sides are folded, and by the
/// database itself: it knows letters that another one, or .NET, folds otherwise.
/// </summary>
public static class TextSearch
{
    public const string Escape = "\\";

    private const string Wildcards = "%_[\\";

    /// <summary>Translated only; a query that would run it in memory is a mistake.</summary>
    public static string Fold(string text) => throw new UnreachableException("Only a database folds text.");

    /// <summary>
    /// The pattern that finds a text anywhere, with what would be wildcards taken as letters ([ is one on SQL Server), and
    /// without the zero bytes that no text of ours has.
    /// </summary>
    public static string Anywhere(string text) =>
        $"%{string.Concat(text.Where(letter => letter != '\0').Select(letter => Wildcards.Contains(letter) ? Escape + letter : letter.ToString()))}%";

    internal static void Map(ModelBuilder model) =>
        model.HasDbFunction(typeof(TextSearch).GetMethod(nameof(Fold))!).HasName("lower").IsBuiltIn();
}
