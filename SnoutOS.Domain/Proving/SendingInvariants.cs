using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Proving;

internal static class SendingInvariants
{
    public static IReadOnlyList<Invariant> Of(IDatabaseTraits traits) =>
    [
        new("outbox-has-message", "everything in the outbox is a message of the business", "message", $"""
            SELECT {Sql.Id("e.\"MessageId\"")} FROM "Outbox" e
            WHERE NOT EXISTS (
                SELECT 1 FROM "Messages" m
                WHERE m."OrganizationId" = e."OrganizationId" AND m."Id" = e."MessageId" AND m."Direction" = 'Outbound' AND m."Purpose" <> 'Note')
            """),
        new("unsent-message-in-outbox", "a message that is on its way is in the outbox", "message", $"""
            SELECT {Sql.Id("m.\"Id\"")} FROM "Messages" m
            WHERE m."Status" IN ('Queued', 'Sending', 'Ambiguous') AND NOT EXISTS (
                SELECT 1 FROM "Outbox" e WHERE e."OrganizationId" = m."OrganizationId" AND e."MessageId" = m."Id")
            """),
        new("outbox-fits-status", "a message's status fits its place in the outbox, where nothing final waits", "message", $"""
            SELECT {Sql.Id("e.\"MessageId\"")} FROM "Outbox" e
            JOIN "Messages" m ON m."OrganizationId" = e."OrganizationId" AND m."Id" = e."MessageId"
            WHERE NOT (
                (e."State" IN ('Pending', 'Held') AND m."Status" = 'Queued')
                OR (e."State" = 'Submitting' AND m."Status" = 'Sending')
                OR (e."State" = 'Ambiguous' AND m."Status" = 'Ambiguous')
                OR (e."State" = 'Settled' AND m."Status" <> 'Queued'))
            """),
        new("one-unresolved-request", "between a number and a phone at most one request is unresolved", "message", $"""
            SELECT {Sql.Id("e.\"MessageId\"")} FROM "Outbox" e
            WHERE e."State" IN ('Submitting', 'Ambiguous') AND EXISTS (
                SELECT 1 FROM "Outbox" o
                WHERE o."OrganizationId" = e."OrganizationId" AND o."NumberId" = e."NumberId" AND o."ClientPhoneId" = e."ClientPhoneId"
                    AND o."MessageId" <> e."MessageId" AND o."State" IN ('Submitting', 'Ambiguous'))
            """),
        new("leaves-from-its-threads-number", "what people write leaves from the number of its thread", "message", $"""
            SELECT {Sql.Id("e.\"MessageId\"")} FROM "Outbox" e
            JOIN "Messages" m ON m."OrganizationId" = e."OrganizationId" AND m."Id" = e."MessageId"
            JOIN "Threads" t ON t."OrganizationId" = m."OrganizationId" AND t."Id" = m."ThreadId"
            WHERE m."Purpose" <> 'Notice' AND e."NumberId" <> t."NumberId"
            """),
        new("inbound-is-received", "what came in is received or held back, and what went out never is received", "message", $"""
            SELECT {Sql.Id("m.\"Id\"")} FROM "Messages" m
            WHERE (m."Direction" = 'Inbound' AND m."Status" NOT IN ('Received', 'Blocked', 'Dismissed'))
                OR (m."Direction" = 'Outbound' AND m."Purpose" <> 'Note' AND m."Status" = 'Received')
            """),
        new("idempotency-key-once", "a key sends once in a business", "message", $"""
            SELECT {Sql.Id("m.\"Id\"")} FROM "Messages" m
            WHERE m."IdempotencyKey" IS NOT NULL AND EXISTS (
                SELECT 1 FROM "Messages" o
                WHERE o."OrganizationId" = m."OrganizationId" AND o."IdempotencyKey" = m."IdempotencyKey" AND o."Id" <> m."Id")
            """),
        new("one-retry-per-failure", "a failed message was tried again at most once", "message", $"""
            SELECT {Sql.Id("m.\"Id\"")} FROM "Messages" m
            WHERE m."RetryOfId" IS NOT NULL AND EXISTS (
                SELECT 1 FROM "Messages" o
                WHERE o."OrganizationId" = m."OrganizationId" AND o."RetryOfId" = m."RetryOfId" AND o."Id" <> m."Id")
            """),
        new("one-notice-per-day", "nobody got the same notice twice within a day", "notice", $"""
            SELECT {Sql.Id("n.\"Id\"")} FROM "SentNotices" n
            WHERE EXISTS (
                SELECT 1 FROM "SentNotices" o
                WHERE o."OrganizationId" = n."OrganizationId" AND o."Recipient" = n."Recipient" AND o."Kind" = n."Kind" AND o."Id" <> n."Id"
                    AND o."SentAt" <= n."SentAt" AND n."SentAt" < {traits.MinutesLater("o.\"SentAt\"", $"{NoticeRule.Rest.TotalMinutes:0}")})
            """),
    ];
}
