using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Proving;

/// <summary>
/// What holds between visits and windows. Whether the window of a visit that is over had the buffers of its day cannot
/// be known, since buffers change and such windows do not; the span is proved of windows that have not ended.
/// </summary>
internal static class WindowInvariants
{
    private const string Live = """
        FROM "Windows" w JOIN "Visits" v ON v."OrganizationId" = w."OrganizationId" AND v."Id" = w."VisitId"
        JOIN "Services" s ON s."OrganizationId" = v."OrganizationId" AND s."Code" = v."ServiceCode"
        WHERE w."CancelledAt" IS NULL
        """;

    public static IReadOnlyList<Invariant> Of(IDatabaseTraits traits) =>
    [
        new("one-live-window-per-visit", "a visit has at most one live window", "window", $"""
            SELECT {Sql.Id("w.\"Id\"")} FROM "Windows" w
            WHERE w."CancelledAt" IS NULL AND EXISTS (
                SELECT 1 FROM "Windows" o
                WHERE o."OrganizationId" = w."OrganizationId" AND o."VisitId" = w."VisitId" AND o."Id" <> w."Id" AND o."CancelledAt" IS NULL)
            """),
        new("window-closes-after-opening", "every window closes after it opens", "window", $"""
            SELECT {Sql.Id("w.\"Id\"")} FROM "Windows" w WHERE w."ClosesAt" <= w."OpensAt"
            """),
        new("window-of-its-visits-client", "every window is for the client of its visit", "window", $"""
            SELECT {Sql.Id("w.\"Id\"")} FROM "Windows" w
            WHERE NOT EXISTS (
                SELECT 1 FROM "Visits" v
                WHERE v."OrganizationId" = w."OrganizationId" AND v."Id" = w."VisitId" AND v."ClientId" = w."ClientId")
            """),
        new("live-window-of-its-visits-sitter", "every live window is its visit's: the same sitter, the same times", "window", $"""
            SELECT {Sql.Id("w.\"Id\"")} {Live}
                AND v."SitterId" IS NOT NULL
                AND (v."SitterId" <> w."SitterId" OR v."StartsAt" <> w."VisitStartsAt" OR v."EndsAt" <> w."VisitEndsAt")
            """),
        new("no-live-window-without-visit", "a visit that is cancelled, has no sitter or is a first meeting not yet opened has no live window", "window", $"""
            SELECT {Sql.Id("w.\"Id\"")} {Live}
                AND (v."SitterId" IS NULL OR v."CancelledAt" IS NOT NULL OR v."MeetAndGreet" = 'Closed')
            """),
        new("assigned-visit-has-window", "a visit with a sitter has a live window", "visit", $"""
            SELECT {Sql.Id("v.\"Id\"")} FROM "Visits" v
            WHERE v."SitterId" IS NOT NULL AND v."CancelledAt" IS NULL AND v."MeetAndGreet" IN ('NotOne', 'Open') AND NOT EXISTS (
                SELECT 1 FROM "Windows" w
                WHERE w."OrganizationId" = v."OrganizationId" AND w."VisitId" = v."Id" AND w."CancelledAt" IS NULL)
            """),
        new("window-is-visit-with-buffers", "a window that has not ended is its visit with the service's buffers", "window", $"""
            SELECT {Sql.Id("w.\"Id\"")} {Live}
                AND w."ClosesAt" > {"{0}"} AND v."MeetAndGreet" IN ('NotOne', 'Open')
                AND (w."ClosesAt" <> {traits.MinutesLater("v.\"EndsAt\"", "s.\"PostBufferMinutes\"")}
                    OR w."OpensAt" > {traits.MinutesLater("v.\"StartsAt\"", "-s.\"PreBufferMinutes\"")}
                    OR (v."MeetAndGreet" = 'NotOne' AND w."OpensAt" < {traits.MinutesLater("v.\"StartsAt\"", "-s.\"PreBufferMinutes\"")}))
            """),
        new("first-meeting-on-the-pool", "first meetings, and they alone, are kept to pool numbers", "window", $"""
            SELECT {Sql.Id("w.\"Id\"")} {Live} AND CAST(w."PoolOnly" AS integer) <> CAST(s."IsMeetAndGreet" AS integer)
            """),
        new("no-open-window-of-who-left", "a sitter who left has no window to come", "window", $"""
            SELECT {Sql.Id("w.\"Id\"")} FROM "Windows" w
            JOIN "Sitters" p ON p."OrganizationId" = w."OrganizationId" AND p."Id" = w."SitterId"
            WHERE w."CancelledAt" IS NULL AND w."ClosesAt" > {"{0}"} AND p."Status" = 'Offboarded'
            """),
    ];
}
