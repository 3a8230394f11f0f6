namespace SnoutOS.Domain.Proving;

internal static class SitterInvariants
{
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("nothing-on-front-desk", "no sitter has a conversation or sees a message on the front desk", "thread", $"""
            SELECT {Sql.Id("t.\"Id\"")} FROM "Threads" t
            JOIN "Numbers" n ON n."OrganizationId" = t."OrganizationId" AND n."Id" = t."NumberId"
            WHERE n."Class" = 'FrontDesk' AND (
                EXISTS (SELECT 1 FROM "SitterConversations" c WHERE c."OrganizationId" = t."OrganizationId" AND c."ThreadId" = t."Id")
                OR EXISTS (SELECT 1 FROM "SharedMessages" h WHERE h."OrganizationId" = t."OrganizationId" AND h."ThreadId" = t."Id"))
            """),
        new("shown-to-that-clients-sitter", "what a sitter sees in a conversation was said by or to its client", "message", $"""
            SELECT {Sql.Id("h.\"MessageId\"")} FROM "SharedMessages" h
            JOIN "Messages" m ON m."OrganizationId" = h."OrganizationId" AND m."Id" = h."MessageId"
            JOIN "Threads" t ON t."OrganizationId" = h."OrganizationId" AND t."Id" = h."ThreadId"
            JOIN "Threads" o ON o."OrganizationId" = m."OrganizationId" AND o."Id" = m."ThreadId"
            WHERE t."ClientId" <> o."ClientId" OR h."MessageAt" <> m."CreatedAt"
            """),
        new("shown-is-theirs-to-see", "no sitter sees money, a note or another sitter's words", "message", $"""
            SELECT {Sql.Id("h.\"MessageId\"")} FROM "SharedMessages" h
            JOIN "Messages" m ON m."OrganizationId" = h."OrganizationId" AND m."Id" = h."MessageId"
            JOIN "Sitters" s ON s."OrganizationId" = h."OrganizationId" AND s."Id" = h."SitterId"
            WHERE m."Purpose" = 'Billing'
                OR ((m."AuthorKind" = 'Sitter' OR m."Purpose" = 'Note') AND (s."UserId" IS NULL OR m."AuthorUserId" IS NULL OR m."AuthorUserId" <> s."UserId"))
            """),
        new("shown-in-a-conversation", "what a sitter sees is in a conversation of theirs", "message", $"""
            SELECT {Sql.Id("h.\"MessageId\"")} FROM "SharedMessages" h
            WHERE NOT EXISTS (
                SELECT 1 FROM "SitterConversations" c
                WHERE c."OrganizationId" = h."OrganizationId" AND c."SitterId" = h."SitterId" AND c."ThreadId" = h."ThreadId")
            """),
        new("conversation-head", "a sitter's conversation counts and dates what they see in it", "thread", $"""
            SELECT {Sql.Id("c.\"ThreadId\"")} FROM "SitterConversations" c
            LEFT JOIN (
                SELECT h."OrganizationId", h."SitterId", h."ThreadId", MAX(h."MessageAt") AS "Last",
                    SUM(CASE WHEN m."Direction" = 'Inbound' THEN 1 ELSE 0 END) AS "In"
                FROM "SharedMessages" h
                JOIN "Messages" m ON m."OrganizationId" = h."OrganizationId" AND m."Id" = h."MessageId"
                GROUP BY h."OrganizationId", h."SitterId", h."ThreadId") s
            ON s."OrganizationId" = c."OrganizationId" AND s."SitterId" = c."SitterId" AND s."ThreadId" = c."ThreadId"
            WHERE c."InboundCount" <> COALESCE(s."In", 0) OR c."ReadCount" < 0 OR c."ReadCount" > c."InboundCount"
                OR (s."Last" IS NULL AND c."LastMessageDirection" IS NOT NULL)
                OR (s."Last" IS NOT NULL AND (c."LastMessageAt" <> s."Last" OR c."LastMessageDirection" IS NULL))
            """),
        // The owner ends a first meeting's window in the very instant of saying how it went.
        new("routed-inside-a-window", "a text went to a sitter only inside a window of theirs with that client", "message", $"""
            {Sql.WithKin}SELECT {Sql.Id("d.\"MessageId\"")} FROM "RoutingDecisions" d
            JOIN "Messages" m ON m."OrganizationId" = d."OrganizationId" AND m."Id" = d."MessageId"
            JOIN "Threads" t ON t."OrganizationId" = m."OrganizationId" AND t."Id" = m."ThreadId"
            WHERE d."Target" = 'Sitter' AND NOT EXISTS (
                SELECT 1 FROM "Windows" w
                WHERE w."OrganizationId" = d."OrganizationId" AND w."SitterId" = d."SitterId"
                    AND {Sql.IsSameClient("d.\"OrganizationId\"", "w.\"ClientId\"", "t.\"ClientId\"")}
                    AND w."OpensAt" <= m."CreatedAt" AND w."OpensAt" <= d."DecidedAt"
                    AND ((m."CreatedAt" < w."ClosesAt" AND d."DecidedAt" < w."ClosesAt")
                        OR ({Sql.IsSet("w.\"PoolOnly\"")} AND d."DecidedAt" <= w."ClosesAt"))
                    AND (w."CancelledAt" IS NULL OR w."CancelledAt" >= d."DecidedAt")
                    AND (d."NumberClass" = 'Pool' OR NOT ({Sql.IsSet("w.\"PoolOnly\"")})))
            """),
        new("shown-as-routed-was-routed", "what a sitter sees as routed to them was", "message", $"""
            SELECT {Sql.Id("h.\"MessageId\"")} FROM "SharedMessages" h
            WHERE h."Reason" = 'Routed' AND NOT EXISTS (
                SELECT 1 FROM "RoutingDecisions" d
                WHERE d."OrganizationId" = h."OrganizationId" AND d."MessageId" = h."MessageId" AND d."Target" = 'Sitter' AND d."SitterId" = h."SitterId")
            """),
        new("routed-on-a-held-number", "a text on a pool number went to a sitter only while its sender held the number", "message", $"""
            {Sql.WithKin}SELECT {Sql.Id("d.\"MessageId\"")} FROM "RoutingDecisions" d
            JOIN "Messages" m ON m."OrganizationId" = d."OrganizationId" AND m."Id" = d."MessageId"
            JOIN "Threads" t ON t."OrganizationId" = m."OrganizationId" AND t."Id" = m."ThreadId"
            WHERE d."Target" = 'Sitter' AND d."NumberClass" = 'Pool' AND NOT EXISTS (
                SELECT 1 FROM "Leases" l
                WHERE l."OrganizationId" = t."OrganizationId" AND l."NumberId" = t."NumberId"
                    AND {Sql.IsSameClient("t.\"OrganizationId\"", "l.\"ClientId\"", "t.\"ClientId\"")}
                    AND l."StartedAt" <= m."CreatedAt"
                    AND (l."ReleasedAt" IS NULL OR l."ReleasedAt" >= m."CreatedAt" OR l."ReleasedAt" >= d."DecidedAt"))
            """),
        new("sitter-wrote-inside-a-window", "a sitter wrote to a client only inside a window of theirs on that thread", "message", $"""
            {Sql.WithKin}SELECT {Sql.Id("m.\"Id\"")} FROM "Messages" m
            JOIN "Threads" t ON t."OrganizationId" = m."OrganizationId" AND t."Id" = m."ThreadId"
            JOIN "Numbers" n ON n."OrganizationId" = t."OrganizationId" AND n."Id" = t."NumberId"
            WHERE m."Direction" = 'Outbound' AND m."AuthorKind" = 'Sitter' AND m."Purpose" <> 'Note' AND NOT EXISTS (
                SELECT 1 FROM "Sitters" s
                JOIN "Windows" w ON w."OrganizationId" = s."OrganizationId" AND w."SitterId" = s."Id"
                WHERE s."OrganizationId" = m."OrganizationId" AND s."UserId" = m."AuthorUserId"
                    AND {Sql.IsSameClient("m.\"OrganizationId\"", "w.\"ClientId\"", "t.\"ClientId\"")}
                    AND w."OpensAt" <= m."CreatedAt"
                    AND (m."CreatedAt" < w."ClosesAt" OR ({Sql.IsSet("w.\"PoolOnly\"")} AND m."CreatedAt" = w."ClosesAt"))
                    AND (w."CancelledAt" IS NULL OR w."CancelledAt" >= m."CreatedAt")
                    AND ((NOT ({Sql.IsSet("w.\"PoolOnly\"")}) AND s."Id" IN (n."SitterId", n."FormerSitterId"))
                        OR EXISTS (
                            SELECT 1 FROM "Leases" l
                            WHERE l."OrganizationId" = n."OrganizationId" AND l."NumberId" = n."Id"
                                AND {Sql.IsSameClient("t.\"OrganizationId\"", "l.\"ClientId\"", "t.\"ClientId\"")}
                                AND l."StartedAt" <= m."CreatedAt" AND (l."ReleasedAt" IS NULL OR l."ReleasedAt" >= m."CreatedAt"))))
            """),
    ];
}
