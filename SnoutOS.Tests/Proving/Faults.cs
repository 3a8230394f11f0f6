namespace SnoutOS.Tests.Proving;

/// <summary>For each invariant a fault that breaks it and no other, in a <see cref="BusyBusiness"/>.</summary>
internal static class Faults
{
    private const string Long = "'2020-01-01 00:00:00'";
    private const string LongFromNow = "'2030-01-01 00:00:00'";
    private const string Ana = """(SELECT "Id" FROM "Sitters" WHERE "Name" = 'Ana Silva')""";
    private const string Ben = """(SELECT "Id" FROM "Sitters" WHERE "Name" = 'Ben Ortiz')""";
    private const string Cleo = """(SELECT "Id" FROM "Sitters" WHERE "Name" = 'Cleo Hart')""";
    private const string Robin = """(SELECT "Id" FROM "Clients" WHERE "Name" = 'Robin Vale')""";
    private const string Casey = """(SELECT "Id" FROM "Clients" WHERE "Name" = 'Casey Moore')""";
    private const string Dana = """(SELECT "Id" FROM "Clients" WHERE "Name" = 'Dana Wu')""";
    private const string Merged = """(SELECT "Id" FROM "Clients" WHERE "MergedIntoId" IS NOT NULL)""";
    private const string FrontDesk = """(SELECT "Id" FROM "Numbers" WHERE "Class" = 'FrontDesk')""";
    private const string FrontDeskThread = """(SELECT "Id" FROM "Threads" WHERE "NumberId" = (SELECT "Id" FROM "Numbers" WHERE "Class" = 'FrontDesk') LIMIT 1)""";
    private const string DanasLease = $"""
        "ClientId" = {Dana} AND "ReleasedAt" IS NULL
        """;

    private const string OneForTheOwner = """
        "Id" = (SELECT "Id" FROM "RoutingDecisions" WHERE "Target" = 'OwnerInbox' AND "Reason" = 'FrontDesk' LIMIT 1)
        """;

    private const string NobodysVisit = """
        "Id" = (SELECT "Id" FROM "Visits" WHERE "SitterId" IS NULL AND "CancelledAt" IS NULL ORDER BY "StartsAt" LIMIT 1)
        """;

    private const string ComingWindow = """
        "Id" = (SELECT "Id" FROM "Windows" WHERE "CancelledAt" IS NULL AND NOT "PoolOnly" ORDER BY "OpensAt" DESC LIMIT 1)
        """;

    private const string CancelledWindow = """
        "Id" = (SELECT "Id" FROM "Windows" WHERE "CancelledAt" IS NOT NULL ORDER BY "OpensAt" DESC LIMIT 1)
        """;

    private const string Undecided = """(SELECT "Id" FROM "Messages" WHERE "Body" = 'My cell is 212-555-0141')""";
    private const string KeptBack = """(SELECT "Id" FROM "Messages" WHERE "Body" = 'My cell is 212-555-0143')""";

    public static IReadOnlyDictionary<string, Fault> All { get; } = new Dictionary<string, Fault>(StringComparer.Ordinal)
    {
        ["thread-has-number"] = Fault.Thread(("ClientId", Dana), ("NumberId", Fault.NewId)),
        ["thread-has-client"] = Fault.Thread(("ClientId", Fault.NewId)),
        ["one-thread-per-client-and-number"] = Fault.Thread(),
        ["message-has-thread"] = Fault.Copy("Messages", "\"Purpose\" = 'Note'", ("Id", Fault.NewId), ("ThreadId", Fault.NewId)),
        ["thread-counts"] = Fault.Of("""UPDATE "Threads" SET "MessageCount" = "MessageCount" + 1"""),
        ["thread-head"] = Fault.Of($"""UPDATE "Threads" SET "LastMessageAt" = {Long} WHERE "MessageCount" > 0"""),
        ["thread-last-outbound"] = Fault.Of($"""UPDATE "Threads" SET "LastOutboundAt" = {Long} WHERE "LastOutboundAt" IS NOT NULL"""),
        ["reads-within-thread"] = Fault.Of("""UPDATE "ThreadReads" SET "InboundCount" = 1000"""),
        ["awaited-sitter-is-named"] = Fault.Of($"""UPDATE "Threads" SET "AwaitsSitterSince" = NULL, "AwaitsSitterId" = {Ana} WHERE "Id" = {FrontDeskThread}"""),

        ["one-active-front-desk"] = Fault.Of("""UPDATE "Numbers" SET "Status" = 'Released' WHERE "Class" = 'FrontDesk'"""),
        ["one-number-per-sitter"] = Fault.Copy("Numbers", $"\"SitterId\" = {Ana}", ("Id", Fault.NewId), ("Phone", "'+12025550199'")),
        ["sitter-number-has-its-sitter"] = Fault.Of($"""UPDATE "Numbers" SET "SitterId" = {Ana} WHERE "Class" = 'Pool'"""),
        ["offboarded-sitter-has-no-number"] = Fault.Of($"""UPDATE "Numbers" SET "Status" = 'Active' WHERE "SitterId" = {Cleo}"""),
        ["number-once-in-installation"] = Fault.Copy("Numbers", "\"Class\" = 'Pool'", ("Id", Fault.NewId)),
        ["client-phone-is-not-ours"] = Fault.Of($"""UPDATE "ClientPhones" SET "Phone" = (SELECT "Phone" FROM "Numbers" LIMIT 1) WHERE "ClientId" = {Dana}"""),

        ["one-lease-per-client"] = Fault.Copy("Leases", DanasLease, ("Id", Fault.NewId)),
        ["lease-on-active-pool-number"] = Fault.Of($"""UPDATE "Leases" SET "NumberId" = {FrontDesk} WHERE {DanasLease}"""),
        ["lease-ends-after-start"] = Fault.Of($"""UPDATE "Leases" SET "ReleasedAt" = {Long} WHERE {DanasLease}"""),
        ["leases-do-not-overlap"] = Fault.Copy("Leases", DanasLease, ("Id", Fault.NewId), ("ReleasedAt", LongFromNow)),

        ["phone-has-one-client"] = Fault.Copy("ClientPhones", $"\"ClientId\" = {Dana}", ("Id", Fault.NewId), ("ClientId", Robin)),
        ["merged-client-has-no-phone"] = Fault.Of($"""UPDATE "ClientPhones" SET "ClientId" = {Merged} WHERE "ClientId" = {Dana}"""),
        ["merged-client-holds-nothing"] = Fault.Copy("Bookings", "1 = 1", ("Id", Fault.NewId), ("ClientId", Merged)),
        ["merged-client-has-no-lease"] = Fault.Of($"""UPDATE "Leases" SET "ClientId" = {Merged} WHERE {DanasLease}"""),
        ["merge-is-on-record"] = Fault.Of($"""UPDATE "ClientMerges" SET "UndoneAt" = {LongFromNow} WHERE "UndoneAt" IS NULL"""),
        ["sign-in-email-once"] = Fault.Of("""UPDATE "Users" SET "NormalizedEmail" = 'SAME@EXAMPLE.TEST'"""),

        ["text-has-one-decision"] = Fault.Of($"""DELETE FROM "RoutingDecisions" WHERE {OneForTheOwner}"""),
        ["decision-is-about-its-message"] = Fault.Of($"""UPDATE "RoutingDecisions" SET "ThreadId" = {Fault.NewId} WHERE {OneForTheOwner}"""),
        ["text-on-its-senders-thread"] = Fault.Of($"""UPDATE "RoutingDecisions" SET "Facts" = replace("Facts", lower({Robin}), lower({Dana})) WHERE {OneForTheOwner}"""),
        ["decision-has-sitter-or-owner"] = Fault.Of($"""UPDATE "RoutingDecisions" SET "SitterId" = {Ana} WHERE {OneForTheOwner}"""),
        ["routed-text-is-seen"] = Fault.Of($"""
            DELETE FROM "SharedMessages" WHERE "MessageId" = (SELECT "Id" FROM "Messages" WHERE "Body" = 'Is Biscuit out yet?');
            UPDATE "SitterConversations" SET "InboundCount" = "InboundCount" - 1, "ReadCount" = 0 WHERE "SitterId" = {Ana} AND "InboundCount" > 0
            """),
        ["processed-text-is-stored"] = Fault.Of("""UPDATE "ProviderEvents" SET "ProviderSid" = 'SMnone' WHERE "Kind" = 'Message'"""),
        ["waiting-text-is-not-stored"] = Fault.Of("""UPDATE "ProviderEvents" SET "State" = 'Kept' WHERE "Kind" = 'Message'"""),
        ["provider-message-once"] = Fault.Of("""
            UPDATE "Messages" SET "ProviderSid" = (SELECT "ProviderSid" FROM "Messages" WHERE "Body" = 'STOP') WHERE "Body" = 'Enjoy the sun'
            """),

        ["visit-ends-after-start"] = Fault.Of($"""UPDATE "Visits" SET "EndsAt" = "StartsAt" WHERE {NobodysVisit}"""),
        ["visit-of-its-booking"] = Fault.Of($"""UPDATE "Visits" SET "ServiceCode" = 'drop_in' WHERE {NobodysVisit}"""),
        ["visit-once-per-day-of-series"] = Fault.Copy("Visits", NobodysVisit, ("Id", Fault.NewId)),
        ["visit-sitter-is-there"] = Fault.Of($"""UPDATE "Visits" SET "SitterId" = {Cleo}, "MeetAndGreet" = 'Closed' WHERE {NobodysVisit}"""),

        ["one-live-window-per-visit"] = Fault.Copy("Windows", ComingWindow, ("Id", Fault.NewId)),
        ["window-closes-after-opening"] = Fault.Of($"""UPDATE "Windows" SET "ClosesAt" = "OpensAt" WHERE {CancelledWindow}"""),
        ["window-of-its-visits-client"] = Fault.Of($"""UPDATE "Windows" SET "ClientId" = {Fault.NewId} WHERE {CancelledWindow}"""),
        ["live-window-of-its-visits-sitter"] = Fault.Of($"""UPDATE "Windows" SET "SitterId" = {Ben} WHERE {ComingWindow}"""),
        ["no-live-window-without-visit"] = Fault.Of($"""
            UPDATE "Visits" SET "CancelledAt" = {Long} WHERE "Id" = (SELECT "VisitId" FROM "Windows" WHERE {ComingWindow})
            """),
        ["assigned-visit-has-window"] = Fault.Of($"""UPDATE "Windows" SET "CancelledAt" = {Long} WHERE {ComingWindow}"""),
        ["window-is-visit-with-buffers"] = Fault.Of($"""UPDATE "Windows" SET "ClosesAt" = {LongFromNow} WHERE {ComingWindow}"""),
        ["first-meeting-on-the-pool"] = Fault.Of($"""UPDATE "Windows" SET "PoolOnly" = 1 WHERE {ComingWindow}"""),
        ["no-open-window-of-who-left"] = Fault.Of($"""
            UPDATE "Windows" SET "SitterId" = {Cleo}, "ClosesAt" = {LongFromNow}
            WHERE "VisitId" = (SELECT "Id" FROM "Visits" WHERE "MeetAndGreet" = 'Approved') AND "CancelledAt" IS NULL;
            UPDATE "Visits" SET "SitterId" = {Cleo} WHERE "MeetAndGreet" = 'Approved'
            """),

        ["nothing-on-front-desk"] = Fault.Copy(
            "SitterConversations", "1 = 1", ("ThreadId", FrontDeskThread), ("InboundCount", "0"), ("ReadCount", "0"), ("LastMessageDirection", "NULL")),
        ["shown-to-that-clients-sitter"] = Fault.Of($"""
            UPDATE "SharedMessages" SET "MessageAt" = {Long} WHERE "MessageId" = (SELECT "Id" FROM "Messages" WHERE "Body" = 'Is Biscuit out yet?')
            """),
        ["shown-is-theirs-to-see"] = Fault.Of("""UPDATE "Messages" SET "Purpose" = 'Billing' WHERE "Body" = 'Enjoy the sun'"""),
        ["shown-in-a-conversation"] = Fault.Of($"""DELETE FROM "SitterConversations" WHERE "SitterId" = {Ana} AND "InboundCount" > 0"""),
        ["conversation-head"] = Fault.Of("""UPDATE "SitterConversations" SET "InboundCount" = "InboundCount" + 1"""),
        ["routed-inside-a-window"] = Fault.Of($"""
            UPDATE "Windows" SET "OpensAt" = (SELECT "CreatedAt" FROM "Messages" WHERE "Body" = 'On the way')
            WHERE "ClientId" = {Robin} AND "OpensAt" < (SELECT "CreatedAt" FROM "Messages" WHERE "Body" = 'On the way')
            """),
        ["shown-as-routed-was-routed"] = Fault.Of("""UPDATE "SharedMessages" SET "Reason" = 'Routed' WHERE "Reason" = 'HandedOver'"""),
        ["routed-on-a-held-number"] = Fault.Of($"""
            UPDATE "Leases" SET "StartedAt" = (SELECT "CreatedAt" FROM "Messages" WHERE "Body" = 'Found her') WHERE "ClientId" = {Casey}
            """),
        ["sitter-wrote-inside-a-window"] = Fault.Of($"""
            UPDATE "Windows" SET "ClosesAt" = (SELECT "CreatedAt" FROM "Messages" WHERE "Body" = 'Found her')
            WHERE "ClientId" = {Casey} AND "OpensAt" < (SELECT "CreatedAt" FROM "Messages" WHERE "Body" = 'Found her')
            """),

        ["outbox-has-message"] = Fault.Copy("Outbox", "1 = 1", ("MessageId", Fault.NewId)),
        ["unsent-message-in-outbox"] = Fault.Of("""
            DELETE FROM "Outbox" WHERE "MessageId" = (SELECT "Id" FROM "Messages" WHERE "Body" = 'Enjoy the sun');
            UPDATE "Messages" SET "Status" = 'Queued' WHERE "Body" = 'Enjoy the sun'
            """),
        ["outbox-fits-status"] = Fault.Of("""
            UPDATE "Outbox" SET "State" = 'Pending' WHERE "MessageId" IN (SELECT "Id" FROM "Messages" WHERE "Status" = 'Failed')
            """),
        ["one-unresolved-request"] = Fault.Of("""
            UPDATE "Messages" SET "Status" = 'Ambiguous' WHERE "Body" IN ('On the way', 'Enjoy the sun');
            UPDATE "Outbox" SET "State" = 'Ambiguous' WHERE "MessageId" IN (SELECT "Id" FROM "Messages" WHERE "Status" = 'Ambiguous')
            """),
        ["leaves-from-its-threads-number"] = Fault.Of($"""
            UPDATE "Outbox" SET "NumberId" = {FrontDesk} WHERE "MessageId" = (SELECT "Id" FROM "Messages" WHERE "Body" = 'Enjoy the sun')
            """),
        ["inbound-is-received"] = Fault.Of("""UPDATE "Messages" SET "Status" = 'Delivered' WHERE "Body" = 'STOP'"""),
        ["idempotency-key-once"] = Fault.Of("""UPDATE "Messages" SET "IdempotencyKey" = 'same' WHERE "Body" IN ('On the way', 'Enjoy the sun')"""),
        ["one-retry-per-failure"] = Fault.Of("""
            UPDATE "Messages" SET "RetryOfId" = (SELECT "RetryOfId" FROM "Messages" WHERE "RetryOfId" IS NOT NULL) WHERE "Body" = 'Enjoy the sun'
            """),
        ["one-notice-per-day"] = Fault.Copy("SentNotices", "1 = 1", ("Id", Fault.NewId)),

        ["held-back-never-left"] = Fault.Of($"""UPDATE "Messages" SET "SentAt" = "CreatedAt" WHERE "Id" = {KeptBack}"""),
        ["held-back-is-unseen"] = Fault.Copy(
            "SharedMessages",
            "\"MessageId\" = (SELECT \"Id\" FROM \"Messages\" WHERE \"Body\" = 'On the way')",
            ("MessageId", Undecided),
            ("MessageAt", """(SELECT "CreatedAt" FROM "Messages" WHERE "Body" = 'My cell is 212-555-0141')""")),
        ["held-back-has-violation"] = Fault.Of($"""
            DELETE FROM "Violations" WHERE "MessageId" = {Undecided};
            UPDATE "Violations" SET "StrikeId" = "MessageId" WHERE "StrikeId" IS NOT NULL
            """),
        ["outcome-fits-status"] = Fault.Of($"""
            UPDATE "Violations" SET "Outcome" = 'Open', "DecidedAt" = NULL, "DecidedByUserId" = NULL, "Reason" = '' WHERE "MessageId" = {KeptBack}
            """),
        ["decision-has-its-reason"] = Fault.Of("""UPDATE "Violations" SET "Reason" = '' WHERE "Outcome" = 'ForceSent'"""),
        ["block-is-audited"] = Fault.Of("""UPDATE "Audit" SET "Action" = 'message.lost' WHERE "Action" = 'message.blocked'"""),
        ["decision-is-audited"] = Fault.Of("""UPDATE "Audit" SET "Action" = 'message.lost' WHERE "Action" = 'message.force_sent'"""),
        ["held-count"] = Fault.Of("""UPDATE "Threads" SET "HeldCount" = 0 WHERE "HeldCount" > 0"""),
        ["violation-has-finding"] = Fault.Of($"""
            DELETE FROM "MessageFindings" WHERE "MessageId" = {Undecided};
            UPDATE "Messages" SET "MaskedBody" = NULL WHERE "Id" = {Undecided}
            """),
        ["span-in-body"] = Fault.Of($"""UPDATE "MessageFindings" SET "Length" = 100 WHERE "MessageId" = {Undecided}"""),
        ["masked-as-found"] = Fault.Of("""UPDATE "Messages" SET "MaskedBody" = NULL WHERE "Body" LIKE 'Call me on%'"""),
        ["preview-hides-what-is-masked"] = Fault.Of("""
            UPDATE "SitterConversations" SET "LastMessagePreview" = 'Call me' WHERE "LastMessagePreview" LIKE '%[hidden]%'
            """),
        ["strike-is-one-series"] = Fault.Of($"""UPDATE "Violations" SET "At" = {Long} WHERE "MessageId" = {Undecided}"""),
        ["lock-has-its-strikes"] = Fault.Of($"""UPDATE "Sitters" SET "Status" = 'Locked', "IsLockedByStrikes" = 1 WHERE "Id" = {Ben}"""),
        ["rules-can-be-read"] = Fault.Of("""UPDATE "PoachingRules" SET "SitterToClient" = 'Block BlockFlag'"""),
        ["allowed-is-audited"] = Fault.Copy("AllowedContacts", "1 = 1", ("Id", Fault.NewId)),
        ["instants-are-whole-microseconds"] = Fault.Of("""UPDATE "Threads" SET "CreatedAt" = '2026-03-04 17:00:00.1234567'"""),
    };
}
