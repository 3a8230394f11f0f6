namespace SnoutOS.Domain.Proving;

internal static class VisitInvariants
{
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("visit-ends-after-start", "every visit ends after it starts", "visit", $"""
            SELECT {Sql.Id("v.\"Id\"")} FROM "Visits" v WHERE v."EndsAt" <= v."StartsAt"
            """),
        new("visit-of-its-booking", "every visit is for the client and the service of its booking", "visit", $"""
            SELECT {Sql.Id("v.\"Id\"")} FROM "Visits" v
            WHERE NOT EXISTS (
                SELECT 1 FROM "Bookings" b
                WHERE b."OrganizationId" = v."OrganizationId" AND b."Id" = v."BookingId"
                    AND b."ClientId" = v."ClientId" AND b."ServiceCode" = v."ServiceCode")
            """),
        new("visit-once-per-day-of-series", "a day of a series has one visit", "visit", $"""
            SELECT {Sql.Id("v.\"Id\"")} FROM "Visits" v
            WHERE EXISTS (
                SELECT 1 FROM "Visits" o
                WHERE o."OrganizationId" = v."OrganizationId" AND o."BookingId" = v."BookingId" AND o."SeriesDay" = v."SeriesDay" AND o."Id" <> v."Id")
            """),
        new("visit-sitter-is-there", "the sitter of a visit that is not over works for its business", "visit", $"""
            SELECT {Sql.Id("v.\"Id\"")} FROM "Visits" v
            WHERE v."SitterId" IS NOT NULL AND v."CancelledAt" IS NULL AND v."MeetAndGreet" NOT IN ('Approved', 'Failed') AND v."EndsAt" > {"{0}"}
                AND NOT EXISTS (
                    SELECT 1 FROM "Sitters" s
                    WHERE s."OrganizationId" = v."OrganizationId" AND s."Id" = v."SitterId" AND s."Status" <> 'Offboarded')
            """),
    ];
}
