namespace SnoutOS.Domain.Proving;

internal static class NumberInvariants
{
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("one-active-front-desk", "every business has exactly one active front desk number", "organization", $"""
            SELECT {Sql.Id("o.\"Id\"")} FROM "Organizations" o
            WHERE 1 <> (
                SELECT COUNT(*) FROM "Numbers" n
                WHERE n."OrganizationId" = o."Id" AND n."Class" = 'FrontDesk' AND n."Status" = 'Active')
            """),
        new("one-number-per-sitter", "a sitter has at most one active number", "number", $"""
            SELECT {Sql.Id("n.\"Id\"")} FROM "Numbers" n
            WHERE n."Class" = 'Sitter' AND n."Status" = 'Active' AND EXISTS (
                SELECT 1 FROM "Numbers" o
                WHERE o."OrganizationId" = n."OrganizationId" AND o."SitterId" = n."SitterId" AND o."Id" <> n."Id"
                    AND o."Class" = 'Sitter' AND o."Status" = 'Active')
            """),
        new("sitter-number-has-its-sitter", "a sitter's number belongs to one sitter of its business, any other number to none", "number", $"""
            SELECT {Sql.Id("n.\"Id\"")} FROM "Numbers" n
            WHERE (n."Class" <> 'Sitter' AND n."SitterId" IS NOT NULL)
                OR (n."Class" = 'Sitter' AND NOT EXISTS (
                    SELECT 1 FROM "Sitters" s WHERE s."OrganizationId" = n."OrganizationId" AND s."Id" = n."SitterId"))
            """),
        new("offboarded-sitter-has-no-number", "a sitter who left has no active number", "number", $"""
            SELECT {Sql.Id("n.\"Id\"")} FROM "Numbers" n
            JOIN "Sitters" s ON s."OrganizationId" = n."OrganizationId" AND s."Id" = n."SitterId"
            WHERE n."Status" = 'Active' AND s."Status" = 'Offboarded'
            """),
        new("number-once-in-installation", "a number belongs to one business of the installation", "number", $"""
            SELECT {Sql.Id("n.\"Id\"")} FROM "Numbers" n
            WHERE EXISTS (SELECT 1 FROM "Numbers" o WHERE o."Phone" = n."Phone" AND o."Id" <> n."Id")
            """),
        new("client-phone-is-not-ours", "no client's phone is a number of the installation", "client phone", $"""
            SELECT {Sql.Id("p.\"Id\"")} FROM "ClientPhones" p
            WHERE p."Kind" = 'Own' AND EXISTS (SELECT 1 FROM "Numbers" n WHERE n."Phone" = p."Phone")
            """),
    ];
}
