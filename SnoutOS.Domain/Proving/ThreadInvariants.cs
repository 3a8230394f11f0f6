namespace SnoutOS.Domain.Proving;

internal static class ThreadInvariants
{
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("thread-has-number", "every thread has a number, and it belongs to the thread's business", "thread", $"""
            SELECT {Sql.Id("t.\"Id\"")} FROM "Threads" t
            WHERE t."NumberId" IS NULL OR NOT EXISTS (
                SELECT 1 FROM "Numbers" n WHERE n."OrganizationId" = t."OrganizationId" AND n."Id" = t."NumberId")
            """),
        new("thread-has-client", "every thread has a client of its business", "thread", $"""
            SELECT {Sql.Id("t.\"Id\"")} FROM "Threads" t
            WHERE NOT EXISTS (SELECT 1 FROM "Clients" c WHERE c."OrganizationId" = t."OrganizationId" AND c."Id" = t."ClientId")
            """),
        new("one-thread-per-client-and-number", "a client and a number have one thread", "thread", $"""
            SELECT {Sql.Id("t.\"Id\"")} FROM "Threads" t
            WHERE EXISTS (
                SELECT 1 FROM "Threads" o
                WHERE o."OrganizationId" = t."OrganizationId" AND o."ClientId" = t."ClientId" AND o."NumberId" = t."NumberId" AND o."Id" <> t."Id")
            """),
        new("message-has-thread", "every message is on a thread of its business", "message", $"""
            SELECT {Sql.Id("m.\"Id\"")} FROM "Messages" m
            WHERE NOT EXISTS (SELECT 1 FROM "Threads" t WHERE t."OrganizationId" = m."OrganizationId" AND t."Id" = m."ThreadId")
            """),
        new("thread-counts", "a thread's counts are those of its messages", "thread", $"""
            SELECT {Sql.Id("t.\"Id\"")} FROM "Threads" t
            LEFT JOIN (
                SELECT "OrganizationId", "ThreadId", COUNT(*) AS "All", SUM(CASE WHEN "Direction" = 'Inbound' THEN 1 ELSE 0 END) AS "In"
                FROM "Messages" GROUP BY "OrganizationId", "ThreadId") m
            ON m."OrganizationId" = t."OrganizationId" AND m."ThreadId" = t."Id"
            WHERE t."MessageCount" <> COALESCE(m."All", 0) OR t."InboundCount" <> COALESCE(m."In", 0)
            """),
        new("thread-head", "a thread's head is its newest message", "thread", $"""
            SELECT {Sql.Id("t.\"Id\"")} FROM "Threads" t
            LEFT JOIN (
                SELECT "OrganizationId", "ThreadId", MAX("CreatedAt") AS "Last" FROM "Messages" GROUP BY "OrganizationId", "ThreadId") m
            ON m."OrganizationId" = t."OrganizationId" AND m."ThreadId" = t."Id"
            WHERE (m."Last" IS NULL AND t."LastMessageDirection" IS NOT NULL)
                OR (m."Last" IS NOT NULL AND (t."LastMessageAt" <> m."Last" OR NOT EXISTS (
                    SELECT 1 FROM "Messages" n
                    WHERE n."OrganizationId" = t."OrganizationId" AND n."ThreadId" = t."Id"
                        AND n."CreatedAt" = m."Last" AND n."Direction" = t."LastMessageDirection")))
            """),
        new("thread-last-outbound", "a thread knows when the business last wrote to the client on it", "thread", $"""
            SELECT {Sql.Id("t.\"Id\"")} FROM "Threads" t
            LEFT JOIN (
                SELECT s."OrganizationId", s."ThreadId", MAX(s."At") AS "Most",
                    MAX(CASE WHEN s."Status" IN ('Expired', 'Failed') THEN NULL ELSE s."At" END) AS "Least"
                FROM (
                    SELECT m."OrganizationId", m."ThreadId", m."Status",
                        CASE WHEN e."CreatedAt" > m."CreatedAt" THEN e."CreatedAt" ELSE m."CreatedAt" END AS "At"
                    FROM "Messages" m
                    LEFT JOIN "Outbox" e ON e."OrganizationId" = m."OrganizationId" AND e."MessageId" = m."Id"
                    WHERE m."Direction" = 'Outbound' AND m."Purpose" <> 'Note' AND m."Status" NOT IN ('Blocked', 'Dismissed')
                        AND (e."State" IS NULL OR e."State" <> 'Held')) s
                GROUP BY s."OrganizationId", s."ThreadId") m
            ON m."OrganizationId" = t."OrganizationId" AND m."ThreadId" = t."Id"
            WHERE (m."Most" IS NULL AND t."LastOutboundAt" IS NOT NULL)
                OR t."LastOutboundAt" > m."Most"
                OR (m."Least" IS NOT NULL AND (t."LastOutboundAt" IS NULL OR t."LastOutboundAt" < m."Least"))
            """),
        new("reads-within-thread", "nobody has read more of a thread than there is", "thread", $"""
            SELECT {Sql.Id("r.\"ThreadId\"")} FROM "ThreadReads" r
            JOIN "Threads" t ON t."OrganizationId" = r."OrganizationId" AND t."Id" = r."ThreadId"
            WHERE r."InboundCount" < 0 OR r."InboundCount" > t."InboundCount"
            """),
        new("awaited-sitter-is-named", "what waits for a sitter says for whom", "thread", $"""
            SELECT {Sql.Id("t.\"Id\"")} FROM "Threads" t
            WHERE (t."AwaitsSitterSince" IS NULL AND t."AwaitsSitterId" IS NOT NULL)
                OR (t."AwaitsSitterSince" IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM "Sitters" s WHERE s."OrganizationId" = t."OrganizationId" AND s."Id" = t."AwaitsSitterId"))
            """),
    ];
}
