namespace SnoutOS.Domain.Proving;

/// <summary>Pieces that several questions share.</summary>
internal static class Sql
{
    /// <summary>
    /// Goes before a question that asks for <see cref="IsSameClient"/>: clients that were joined to one another, also if
    /// that was taken back, up to four merges apart. Windows and leases move with a merge while messages stay.
    /// </summary>
    public const string WithKin = """
        WITH "Step" AS (
            SELECT "OrganizationId", "SurvivorId" AS "One", "MergedId" AS "Other" FROM "ClientMerges"
            UNION SELECT "OrganizationId", "MergedId", "SurvivorId" FROM "ClientMerges"),
        "Near" AS (
            SELECT "OrganizationId", "One", "Other" FROM "Step"
            UNION SELECT a."OrganizationId", a."One", b."Other" FROM "Step" a
            JOIN "Step" b ON b."OrganizationId" = a."OrganizationId" AND b."One" = a."Other"),
        "Kin" AS (
            SELECT "OrganizationId", "One", "Other" FROM "Near"
            UNION SELECT a."OrganizationId", a."One", b."Other" FROM "Near" a
            JOIN "Near" b ON b."OrganizationId" = a."OrganizationId" AND b."One" = a."Other")

        """;

    /// <summary>An id as text, which is all that a question answers.</summary>
    public static string Id(string column) => $"""CAST({column} AS varchar(36)) AS "Value" """;

    /// <summary>A truth value as a number: databases differ in what they let stand as a condition.</summary>
    public static string IsSet(string column) => $"CAST({column} AS integer) = 1";

    public static string IsSameClient(string organization, string one, string other) =>
        $"""({one} = {other} OR EXISTS (SELECT 1 FROM "Kin" k WHERE k."OrganizationId" = {organization} AND k."One" = {one} AND k."Other" = {other}))""";
}
