using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Domain.Notices;

/// <summary>Why a notice was not sent.</summary>
public enum NoticeObjection
{
    SwitchedOff,

    /// <summary>A short code, a number of ours, somebody of the team: nobody who asked the business anything.</summary>
    NotAClient,
    Spam,
    OptedOut,

    /// <summary>Keywords are answered by the provider, or by nobody.</summary>
    ConsentKeyword,

    /// <summary>The sender seems not to want texts any more, and the owner has not decided yet.</summary>
    Paused,

    /// <summary>The message came in too long ago for an answer that says "right now".</summary>
    TooOld,
    AutoResponder,

    /// <summary>The sender had this one within the day.</summary>
    HadIt,
}

/// <summary>Everything that decides whether a notice may answer a message.</summary>
/// <param name="LastOfKindAt">When this sender last got this notice.</param>
/// <param name="LastNoticeAt">When this sender last got any notice.</param>
/// <param name="IsInALoop">Whether notices and answers to them have been taking turns.</param>
public sealed record NoticeFacts(
    SenderKind Sender,
    ClientKind Client,
    bool IsOptedOut,
    ConsentKind? Keyword,
    bool IsPaused,
    string Body,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? LastOfKindAt,
    DateTimeOffset? LastNoticeAt,
    bool IsInALoop);

/// <summary>Whether a notice may answer a message. Pure: the instant is given, nothing is looked up.</summary>
public static class NoticeRule
{
    /// <summary>How long a sender gets no second notice of a kind.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(24);

    /// <summary>A message that waited longer is answered by people only.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(15);

    /// <summary>Nobody reads a notice and types an answer within this time.</summary>
    public static readonly TimeSpan FasterThanAnybody = TimeSpan.FromSeconds(10);

    public static NoticeObjection? Objection(NoticeFacts facts, DateTimeOffset now) => facts switch
    {
        { Sender: SenderKind.OwnNumber or SenderKind.Service or SenderKind.Staff } => NoticeObjection.NotAClient,
        { Client: ClientKind.Spam } => NoticeObjection.Spam,
        { Client: ClientKind.Service or ClientKind.Staff } => NoticeObjection.NotAClient,
        { IsOptedOut: true } => NoticeObjection.OptedOut,
        { Keyword: not null } => NoticeObjection.ConsentKeyword,
        { IsPaused: true } => NoticeObjection.Paused,
        _ when now - facts.ReceivedAt > Freshness => NoticeObjection.TooOld,
        _ when IsMachine(facts) => NoticeObjection.AutoResponder,
        _ when now - facts.LastOfKindAt < Rest => NoticeObjection.HadIt,
        _ => null,
    };

    private static bool IsMachine(NoticeFacts facts) =>
        facts.IsInALoop
        || AutoReplies.Reads(facts.Body)
        || (facts.ReceivedAt - facts.LastNoticeAt is { } pause && pause >= TimeSpan.Zero && pause < FasterThanAnybody);
}
