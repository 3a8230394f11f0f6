namespace SnoutOS.Domain.Proving;

internal static class LeaseInvariants
{
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("one-lease-per-client", "a client holds at most one pool number", "lease", $"""
            SELECT {Sql.Id("l.\"Id\"")} FROM "Leases" l
            WHERE l."ReleasedAt" IS NULL AND EXISTS (
                SELECT 1 FROM "Leases" o
                WHERE o."OrganizationId" = l."OrganizationId" AND o."ClientId" = l."ClientId" AND o."Id" <> l."Id" AND o."ReleasedAt" IS NULL)
            """),
        new("lease-on-active-pool-number", "only active pool numbers are held", "lease", $"""
            SELECT {Sql.Id("l.\"Id\"")} FROM "Leases" l
            WHERE l."ReleasedAt" IS NULL AND NOT EXISTS (
                SELECT 1 FROM "Numbers" n
                WHERE n."OrganizationId" = l."OrganizationId" AND n."Id" = l."NumberId" AND n."Class" = 'Pool' AND n."Status" = 'Active')
            """),
        new("lease-ends-after-start", "no lease ends before it starts", "lease", $"""
            SELECT {Sql.Id("l.\"Id\"")} FROM "Leases" l WHERE l."ReleasedAt" < l."StartedAt"
            """),

        // A merge brings the other card's lease along with its start, which may lie inside a lease that ended before.
        new("leases-do-not-overlap", "the leases of a client follow one another, those from before a merge aside", "lease", $"""
            SELECT {Sql.Id("l.\"Id\"")} FROM "Leases" l
            JOIN "Leases" o ON o."OrganizationId" = l."OrganizationId" AND o."ClientId" = l."ClientId" AND o."Id" <> l."Id"
            WHERE l."ReleasedAt" IS NOT NULL AND o."StartedAt" < l."ReleasedAt"
                AND (l."StartedAt" < o."ReleasedAt" OR o."ReleasedAt" IS NULL)
                AND NOT EXISTS (
                    SELECT 1 FROM "ClientMerges" m
                    WHERE m."OrganizationId" = l."OrganizationId" AND l."ClientId" IN (m."SurvivorId", m."MergedId")
                        AND (m."MergedAt" >= l."StartedAt" OR m."MergedAt" >= o."StartedAt"))
            """),
    ];
}
