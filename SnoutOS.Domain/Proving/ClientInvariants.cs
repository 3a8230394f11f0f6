namespace SnoutOS.Domain.Proving;

internal static class ClientInvariants
{
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("phone-has-one-client", "a phone belongs to one client of a business", "client phone", $"""
            SELECT {Sql.Id("p.\"Id\"")} FROM "ClientPhones" p
            WHERE p."Kind" = 'Own' AND EXISTS (
                SELECT 1 FROM "ClientPhones" o
                WHERE o."OrganizationId" = p."OrganizationId" AND o."Phone" = p."Phone" AND o."Kind" = 'Own' AND o."Id" <> p."Id")
            """),
        new("merged-client-has-no-phone", "a card that was merged into another has no phone of the client's own", "client phone", $"""
            SELECT {Sql.Id("p.\"Id\"")} FROM "ClientPhones" p
            JOIN "Clients" c ON c."OrganizationId" = p."OrganizationId" AND c."Id" = p."ClientId"
            WHERE p."Kind" = 'Own' AND c."MergedIntoId" IS NOT NULL
            """),
        new("merged-client-holds-nothing", "a card that was merged into another has no bookings", "booking", $"""
            SELECT {Sql.Id("b.\"Id\"")} FROM "Bookings" b
            JOIN "Clients" c ON c."OrganizationId" = b."OrganizationId" AND c."Id" = b."ClientId"
            WHERE c."MergedIntoId" IS NOT NULL
            """),
        new("merged-client-has-no-lease", "a card that was merged into another holds no number", "lease", $"""
            SELECT {Sql.Id("l.\"Id\"")} FROM "Leases" l
            JOIN "Clients" c ON c."OrganizationId" = l."OrganizationId" AND c."Id" = l."ClientId"
            WHERE l."ReleasedAt" IS NULL AND c."MergedIntoId" IS NOT NULL
            """),
        new("merge-is-on-record", "a card that was merged points where its merge says, and that is not itself", "client", $"""
            SELECT {Sql.Id("c.\"Id\"")} FROM "Clients" c
            WHERE c."MergedIntoId" IS NOT NULL AND (c."MergedIntoId" = c."Id" OR NOT EXISTS (
                SELECT 1 FROM "ClientMerges" m
                WHERE m."OrganizationId" = c."OrganizationId" AND m."MergedId" = c."Id" AND m."SurvivorId" = c."MergedIntoId" AND m."UndoneAt" IS NULL))
            """),
        new("sign-in-email-once", "a sign-in address belongs to one user of the installation", "user", $"""
            SELECT {Sql.Id("u.\"Id\"")} FROM "Users" u
            WHERE EXISTS (SELECT 1 FROM "Users" o WHERE o."NormalizedEmail" = u."NormalizedEmail" AND o."Id" <> u."Id")
            """),
    ];
}
