namespace SnoutOS.Domain.Proving;

internal static class RoutingInvariants
{
    /// <summary>What the key of a message begins with that was brought in from an older system, where nothing routed it.</summary>
    public const string BroughtIn = "backfill:";

    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("text-has-one-decision", "every text that came in has exactly one routing decision", "message", $"""
            SELECT {Sql.Id("m.\"Id\"")} FROM "Messages" m
            WHERE m."Direction" = 'Inbound' AND m."Purpose" <> 'MissedCall'
                AND (m."IdempotencyKey" IS NULL OR m."IdempotencyKey" NOT LIKE '{BroughtIn}%')
                AND 1 <> (
                    SELECT COUNT(*) FROM "RoutingDecisions" d WHERE d."OrganizationId" = m."OrganizationId" AND d."MessageId" = m."Id")
            """),
        new("decision-is-about-its-message", "a routing decision names its message and the thread that it is on", "decision", $"""
            SELECT {Sql.Id("d.\"Id\"")} FROM "RoutingDecisions" d
            WHERE d."MessageId" IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM "Messages" m
                WHERE m."OrganizationId" = d."OrganizationId" AND m."Id" = d."MessageId" AND m."ThreadId" = d."ThreadId" AND m."Direction" = 'Inbound')
            """),

        // A sender who was unknown became the thread's client by this very message.
        new("text-on-its-senders-thread", "no text is on another client's thread", "message", $"""
            SELECT {Sql.Id("d.\"MessageId\"")} FROM "RoutingDecisions" d
            JOIN "Threads" t ON t."OrganizationId" = d."OrganizationId" AND t."Id" = d."ThreadId"
            WHERE d."Facts" NOT LIKE '%"ClientId":null%'
                AND d."Facts" NOT LIKE CONCAT('%"ClientId":"', LOWER(CAST(t."ClientId" AS varchar(36))), '"%')
            """),
        new("decision-has-sitter-or-owner", "a text went to one sitter or to the owner, and never to a sitter from the front desk", "decision", $"""
            SELECT {Sql.Id("d.\"Id\"")} FROM "RoutingDecisions" d
            WHERE (d."Target" = 'Sitter' AND (d."NumberClass" = 'FrontDesk' OR NOT EXISTS (
                    SELECT 1 FROM "Sitters" s WHERE s."OrganizationId" = d."OrganizationId" AND s."Id" = d."SitterId")))
                OR (d."Target" <> 'Sitter' AND d."SitterId" IS NOT NULL)
            """),
        new("routed-text-is-seen", "a text that went to a sitter is among what that sitter sees, unless it was held back", "message", $"""
            SELECT {Sql.Id("d.\"MessageId\"")} FROM "RoutingDecisions" d
            WHERE d."Target" = 'Sitter' AND d."MessageId" IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM "SharedMessages" s
                WHERE s."OrganizationId" = d."OrganizationId" AND s."MessageId" = d."MessageId" AND s."SitterId" = d."SitterId")
                AND NOT EXISTS (
                    SELECT 1 FROM "Messages" m
                    WHERE m."OrganizationId" = d."OrganizationId" AND m."Id" = d."MessageId" AND m."Status" IN ('Blocked', 'Dismissed'))
            """),
        new("processed-text-is-stored", "every text of the ledger that was processed is a message, unless it came from a number of ours", "event", """
            SELECT CAST(e."Sequence" AS varchar(36)) AS "Value" FROM "ProviderEvents" e
            WHERE e."Kind" = 'Message' AND e."State" = 'Processed'
                AND NOT EXISTS (SELECT 1 FROM "Messages" m WHERE m."OrganizationId" = e."OrganizationId" AND m."ProviderSid" = e."ProviderSid")
                AND NOT EXISTS (SELECT 1 FROM "Numbers" n WHERE n."Phone" = e."Sender")
            """),
        new("waiting-text-is-not-stored", "a text of the ledger that still waits is no message yet", "event", """
            SELECT CAST(e."Sequence" AS varchar(36)) AS "Value" FROM "ProviderEvents" e
            WHERE e."Kind" = 'Message' AND e."State" <> 'Processed'
                AND EXISTS (SELECT 1 FROM "Messages" m WHERE m."ProviderSid" = e."ProviderSid")
            """),
        new("provider-message-once", "a message of the provider is stored once", "message", $"""
            SELECT {Sql.Id("m.\"Id\"")} FROM "Messages" m
            WHERE m."ProviderSid" IS NOT NULL AND EXISTS (
                SELECT 1 FROM "Messages" o WHERE o."ProviderSid" = m."ProviderSid" AND o."Id" <> m."Id")
            """),
    ];
}
