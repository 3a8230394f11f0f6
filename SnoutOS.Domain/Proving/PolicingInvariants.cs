using System.Globalization;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Policing;

namespace SnoutOS.Domain.Proving;

internal static class PolicingInvariants
{
    /// <summary>A mark in the masked text stands no further back in the preview than this, and then a preview holds it whole.</summary>
    private const int SurelyInPreview = 100;

    private const string Hidden = """f."Action" IN ('Mask', 'Block') AND f."RevealedAt" IS NULL AND f."Attachment" IS NULL AND f."Length" > 0""";

    public static IReadOnlyList<Invariant> Of(IDatabaseTraits traits) => [.. Held, .. Found, .. Settings, .. OfStrikes(traits)];

    private static IReadOnlyList<Invariant> Held { get; } =
    [
        new("held-back-never-left", "what was held back and not sent anyway never left", "message", $"""
            SELECT {Sql.Id("m.\"Id\"")} FROM "Messages" m
            WHERE m."Direction" = 'Outbound' AND m."Status" IN ('Blocked', 'Dismissed')
                AND (m."SentAt" IS NOT NULL OR m."ProviderSid" IS NOT NULL OR EXISTS (
                    SELECT 1 FROM "Outbox" e
                    WHERE e."OrganizationId" = m."OrganizationId" AND e."MessageId" = m."Id" AND e."State" <> 'Settled'))
            """),
        new("held-back-is-unseen", "no sitter sees what was held back and not sent anyway", "message", $"""
            SELECT {Sql.Id("v.\"MessageId\"")} FROM "Violations" v
            JOIN "SharedMessages" h ON h."OrganizationId" = v."OrganizationId" AND h."MessageId" = v."MessageId"
            WHERE v."Action" = 'Block' AND v."Outcome" <> 'ForceSent'
            """),
        new("held-back-has-violation", "every message that is blocked has a violation nobody has decided on", "message", $"""
            SELECT {Sql.Id("m.\"Id\"")} FROM "Messages" m
            WHERE m."Status" = 'Blocked' AND NOT EXISTS (
                SELECT 1 FROM "Violations" v
                WHERE v."OrganizationId" = m."OrganizationId" AND v."MessageId" = m."Id" AND v."Action" = 'Block' AND v."Outcome" = 'Open')
            """),
        new("outcome-fits-status", "a message is blocked, dismissed or on its way as was decided", "message", $"""
            SELECT {Sql.Id("v.\"MessageId\"")} FROM "Violations" v
            JOIN "Messages" m ON m."OrganizationId" = v."OrganizationId" AND m."Id" = v."MessageId"
            WHERE v."Action" = 'Block' AND NOT (
                (v."Outcome" = 'Open' AND m."Status" = 'Blocked')
                OR (v."Outcome" IN ('Dismissed', 'FalsePositive') AND m."Status" = 'Dismissed')
                OR (v."Outcome" = 'ForceSent' AND m."Status" NOT IN ('Blocked', 'Dismissed')))
            """),
        new("decision-has-its-reason", "whatever was decided about a held message, somebody did and said why", "message", $"""
            SELECT {Sql.Id("v.\"MessageId\"")} FROM "Violations" v
            WHERE (v."Outcome" = 'Open' AND (v."DecidedAt" IS NOT NULL OR v."DecidedByUserId" IS NOT NULL OR v."Reason" <> ''))
                OR (v."Outcome" <> 'Open' AND (v."Action" <> 'Block' OR v."DecidedAt" IS NULL OR v."DecidedAt" < v."At"
                    OR v."DecidedByUserId" IS NULL OR v."Reason" = ''))
            """),
        new("block-is-audited", "every message that was held back is in the audit", "message", $"""
            SELECT {Sql.Id("v.\"MessageId\"")} FROM "Violations" v
            {OnRecord("v.\"MessageId\"", "'message.blocked'")}
            WHERE v."Action" = 'Block' AND a."Id" IS NULL
            """),
        new("decision-is-audited", "every decision about a held message is in the audit", "message", $"""
            SELECT {Sql.Id("v.\"MessageId\"")} FROM "Violations" v
            {OnRecord("v.\"MessageId\"", "CASE v.\"Outcome\" WHEN 'ForceSent' THEN 'message.force_sent' ELSE 'message.dismissed' END")}
            WHERE v."Outcome" <> 'Open' AND a."Id" IS NULL
            """),
        new("held-count", "a thread counts the messages on it that wait for a decision", "thread", $"""
            SELECT {Sql.Id("t.\"Id\"")} FROM "Threads" t
            LEFT JOIN (
                SELECT m."OrganizationId", m."ThreadId", COUNT(*) AS "Waiting" FROM "Messages" m
                LEFT JOIN "Outbox" e ON e."OrganizationId" = m."OrganizationId" AND e."MessageId" = m."Id"
                WHERE m."Status" = 'Blocked' OR e."State" = 'Held' GROUP BY m."OrganizationId", m."ThreadId") w
            ON w."OrganizationId" = t."OrganizationId" AND w."ThreadId" = t."Id"
            WHERE t."HeldCount" <> COALESCE(w."Waiting", 0)
            """),
    ];

    private static IReadOnlyList<Invariant> Found { get; } =
    [
        new("violation-has-finding", "every violation has a finding that called for what was done", "message", $"""
            SELECT {Sql.Id("v.\"MessageId\"")} FROM "Violations" v
            WHERE v."Action" = 'Off' OR NOT EXISTS (
                SELECT 1 FROM "MessageFindings" f
                WHERE f."OrganizationId" = v."OrganizationId" AND f."MessageId" = v."MessageId" AND f."Action" = v."Action")
            """),

        // Databases count characters and spans UTF-16 units, of which a character has at most two.
        new("span-in-body", "what was found in a text lies in it", "message", $"""
            SELECT {Sql.Id("f.\"MessageId\"")} FROM "MessageFindings" f
            JOIN "Messages" m ON m."OrganizationId" = f."OrganizationId" AND m."Id" = f."MessageId"
            WHERE m."Body" LIKE '_%' AND (f."Start" < 0 OR f."Length" < 0
                OR (f."Attachment" IS NOT NULL AND f."Start" + f."Length" <> 0)
                OR (f."Start" + f."Length" > 0 AND SUBSTRING(m."Body", (f."Start" + f."Length" + 1) / 2, 1) NOT LIKE '_%'))
            """),
        new("masked-as-found", "a text is masked exactly where something in it is hidden", "message", $"""
            SELECT {Sql.Id("m.\"Id\"")} FROM "Messages" m
            LEFT JOIN (
                SELECT f."OrganizationId", f."MessageId", MAX(CASE f."Action" WHEN 'Mask' THEN 1 ELSE 0 END) AS "Masked"
                FROM "MessageFindings" f WHERE {Hidden} GROUP BY f."OrganizationId", f."MessageId") h
            ON h."OrganizationId" = m."OrganizationId" AND h."MessageId" = m."Id"
            WHERE (m."MaskedBody" IS NOT NULL AND h."MessageId" IS NULL)
                OR (m."MaskedBody" IS NULL AND h."MessageId" IS NOT NULL AND (m."Direction" = 'Inbound' OR h."Masked" = 1))
            """),
        new("preview-hides-what-is-masked", "no sitter's list shows what is masked in a client's text", "thread", $"""
            SELECT {Sql.Id("c.\"ThreadId\"")} FROM "SitterConversations" c
            WHERE REPLACE(c."LastMessagePreview", '{Masking.Mark}', '') = c."LastMessagePreview"
                AND 1 = (
                    SELECT COUNT(*) FROM "SharedMessages" h
                    WHERE h."OrganizationId" = c."OrganizationId" AND h."SitterId" = c."SitterId" AND h."ThreadId" = c."ThreadId"
                        AND h."MessageAt" = c."LastMessageAt")
                AND EXISTS (
                    SELECT 1 FROM "SharedMessages" h
                    JOIN "Messages" m ON m."OrganizationId" = h."OrganizationId" AND m."Id" = h."MessageId"
                    JOIN "MessageFindings" f ON f."OrganizationId" = h."OrganizationId" AND f."MessageId" = h."MessageId"
                    WHERE h."OrganizationId" = c."OrganizationId" AND h."SitterId" = c."SitterId" AND h."ThreadId" = c."ThreadId"
                        AND h."MessageAt" = c."LastMessageAt" AND m."Direction" = 'Inbound' AND m."MaskedBody" IS NOT NULL
                        AND {Hidden} AND f."Start" < {SurelyInPreview.ToString(CultureInfo.InvariantCulture)})
            """),
    ];

    private static IReadOnlyList<Invariant> Settings { get; } =
    [
        new("rules-can-be-read", "a business's rules say for each type what is done", "rules", $"""
            SELECT {Sql.Id("r.\"OrganizationId\"")} FROM "PoachingRules" r
            WHERE r."Sensitivity" NOT IN ('Relaxed', 'Balanced', 'Strict')
                OR r."ApproveFirst" < 0 OR r."ApproveFirst" > {PoachingRules.MostApprovals.ToString(CultureInfo.InvariantCulture)}
                OR {AreNoActions("r.\"SitterToClient\"")} OR {AreNoActions("r.\"ClientToSitter\"")}
            """),
        new("allowed-is-audited", "somebody put what is on the allow-list there, and that is in the audit", "allowed", $"""
            SELECT {Sql.Id("l.\"Id\"")} FROM "AllowedContacts" l
            {OnRecord("l.\"Id\"", "'anti_poaching.allowed'", "l")}
            WHERE a."Id" IS NULL
            """),
    ];

    /// <summary>
    /// Strikes age and are taken back, so a lock is held only against what never comes back by itself: attempts since the
    /// owner last unlocked the sitter, however old, that were no false alarms.
    /// </summary>
    private static IReadOnlyList<Invariant> OfStrikes(IDatabaseTraits traits) =>
    [
        new("strike-is-one-series", "the attempts of a strike are one sitter's, to one client, within ten minutes of its first", "message", $"""
            SELECT {Sql.Id("v.\"MessageId\"")} FROM "Violations" v
            LEFT JOIN "Violations" s ON s."OrganizationId" = v."OrganizationId" AND s."MessageId" = v."StrikeId"
            WHERE (v."StrikeId" IS NULL AND v."Action" = 'Block' AND v."SitterId" IS NOT NULL)
                OR (v."StrikeId" IS NOT NULL AND (v."Action" <> 'Block' OR v."SitterId" IS NULL OR s."MessageId" IS NULL
                    OR s."StrikeId" <> s."MessageId" OR s."SitterId" <> v."SitterId" OR s."ClientId" <> v."ClientId"
                    OR v."At" < s."At" OR v."At" >= {traits.MinutesLater("s.\"At\"", $"{Strikes.OneStrike.TotalMinutes:0}")}))
            """),
        new("lock-has-its-strikes", "a sitter who was paused by strikes had enough of them", "sitter", $"""
            SELECT {Sql.Id("s.\"Id\"")} FROM "Sitters" s
            WHERE s."Status" = 'Locked' AND {Sql.IsSet("s.\"IsLockedByStrikes\"")} AND {Strikes.Locks.ToString(CultureInfo.InvariantCulture)} > (
                SELECT COUNT(DISTINCT v."StrikeId") FROM "Violations" v
                WHERE v."OrganizationId" = s."OrganizationId" AND v."SitterId" = s."Id" AND v."Action" = 'Block'
                    AND v."Outcome" <> 'FalsePositive' AND (s."StrikesFrom" IS NULL OR v."At" > s."StrikesFrom"))
            """),
    ];

    /// <summary>Joins the audit of an act on what a column names, as kind and id. Every kind here has seven letters.</summary>
    private static string OnRecord(string id, string action, string row = "v") => $"""
        LEFT JOIN (
                SELECT DISTINCT "OrganizationId", "Action", LOWER(SUBSTRING("Subject", 9, 36)) AS "Id" FROM "Audit"
                WHERE "Action" IN ('message.blocked', 'message.force_sent', 'message.dismissed', 'anti_poaching.allowed')) a
            ON a."OrganizationId" = {row}."OrganizationId" AND a."Id" = LOWER(CAST({id} AS varchar(36))) AND a."Action" = {action}
        """;

    /// <summary>Each word becomes a letter; what is left besides, or two letters without a blank between, is no list of actions.</summary>
    private static string AreNoActions(string column)
    {
        var letters = $"REPLACE(REPLACE(REPLACE(REPLACE({column}, 'Block', 'x'), 'Mask', 'x'), 'Flag', 'x'), 'Off', 'x')";
        return $"REPLACE(REPLACE({letters}, 'x', ''), ' ', '') <> '' OR REPLACE({letters}, 'xx', '') <> {letters}";
    }
}
