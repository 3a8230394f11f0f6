using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Notices;

public sealed class NoticeRuleTests
{
    private static readonly DateTimeOffset Now = TestTime.Noon;

    private static readonly NoticeFacts Plain = new(
        SenderKind.Known, ClientKind.Client, IsOptedOut: false, Keyword: null, IsPaused: false, "Can you walk Biscuit?",
        ReceivedAt: Now, LastOfKindAt: null, LastNoticeAt: null, IsInALoop: false);

    private static readonly TimeSpan Tick = TimeSpan.FromMicroseconds(1);

    private static readonly Dictionary<string, (NoticeFacts Facts, NoticeObjection? Expected)> Table = new(StringComparer.Ordinal)
    {
        ["a client"] = (Plain, null),
        ["a stranger"] = (Plain with { Sender = SenderKind.Unknown, Client = ClientKind.Contact }, null),
        ["a short code"] = (Plain with { Sender = SenderKind.Service, Client = ClientKind.Service }, NoticeObjection.NotAClient),
        ["a number of ours"] = (Plain with { Sender = SenderKind.OwnNumber }, NoticeObjection.NotAClient),
        ["the team"] = (Plain with { Sender = SenderKind.Staff, Client = ClientKind.Staff }, NoticeObjection.NotAClient),
        ["spam"] = (Plain with { Client = ClientKind.Spam }, NoticeObjection.Spam),
        ["opted out"] = (Plain with { IsOptedOut = true }, NoticeObjection.OptedOut),
        ["STOP"] = (Plain with { Keyword = ConsentKind.OptOut, Body = "STOP" }, NoticeObjection.ConsentKeyword),
        ["START"] = (Plain with { Keyword = ConsentKind.OptIn, Body = "START" }, NoticeObjection.ConsentKeyword),
        ["seems to want none"] = (Plain with { IsPaused = true }, NoticeObjection.Paused),
        ["exactly 15 minutes old"] = (Plain with { ReceivedAt = Now.AddMinutes(-15) }, null),
        ["older than 15 minutes"] = (Plain with { ReceivedAt = Now.AddMinutes(-15) - Tick }, NoticeObjection.TooOld),
        ["had it a day ago"] = (Plain with { LastOfKindAt = Now.AddHours(-24), LastNoticeAt = Now.AddHours(-24) }, null),
        ["had it within the day"] = (Plain with { LastOfKindAt = Now.AddHours(-24) + Tick, LastNoticeAt = Now.AddHours(-24) + Tick }, NoticeObjection.HadIt),
        ["had another one a while ago"] = (Plain with { LastNoticeAt = Now.AddSeconds(-10) }, null),
        ["answers another one faster than anybody can"] = (Plain with { LastNoticeAt = Now.AddSeconds(-10) + Tick }, NoticeObjection.AutoResponder),
        ["wrote before another one left"] = (Plain with { LastNoticeAt = Now + Tick }, null),
        ["turns with a machine"] = (Plain with { IsInALoop = true }, NoticeObjection.AutoResponder),
        ["out of office"] = (Plain with { Body = "I am out of the office until Monday." }, NoticeObjection.AutoResponder),
    };

    public static TheoryData<string> Rows => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_notice_answers_people_only_and_once_a_day(string row) =>
        Assert.Equal(Table[row].Expected, NoticeRule.Objection(Table[row].Facts, Now));

    [Theory]
    [InlineData("Automatic reply: we are closed today.")]
    [InlineData("[Auto-Reply] Thanks for your message")]
    [InlineData("This is an automated message. Please do not reply.")]
    [InlineData("I'm driving with Focus turned on. I'll see your message when I get where I'm going.")]
    [InlineData("This inbox is not monitored.")]
    [InlineData("Respuesta automática: vuelvo el lunes")]
    public void Machines_are_known_by_their_words(string body) => Assert.True(AutoReplies.Reads(body));

    [Theory]
    [InlineData("Is anybody in the office today?")]
    [InlineData("Sorry for the late reply!")]
    [InlineData("I am on my way, be there at 5")]
    [InlineData("The automatic feeder is stuck")]
    [InlineData("")]
    public void People_are_not_taken_for_machines(string body) => Assert.False(AutoReplies.Reads(body));
}
