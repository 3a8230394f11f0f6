using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Threads;
using static SnoutOS.Web.Simulator.Demo.DemoLine;
using static SnoutOS.Web.Simulator.Demo.DemoTime;
using static SnoutOS.Web.Simulator.Demo.HappyTails;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>What was said at the front desk: inquiries, scheduling, complaints, money, and everybody nobody knows.</summary>
internal static class FrontDeskTalks
{
    public static IReadOnlyList<DemoTalk> All { get; } =
    [
        new DemoTalk(
            Walt, FrontDesk,
            Out(Days(10, 9, 0), Adam, "Hello Mr. Jeffers, Adam from Happy Tails Pet Care. Last month's invoice is $248.00 for eight visits with Duchess. Cash or card both work.") with { Purpose = MessagePurpose.Billing },
            In(Days(10, 13, 37), "I left cash in an envelope on the counter. Keep the change for that nice young lady."),
            Out(Days(10, 13, 50), Adam, "That is very kind, thank you. Marked as paid.") with { Purpose = MessagePurpose.Billing },
            In(Minutes(201), "Do you also come on Sundays? My daughter wants me up in Albany for a weekend.")) { Unread = 1 },
        new DemoTalk(
            Maya, FrontDesk,
            In(Days(9, 17, 12), "Hi! We are away the second week of next month. Could Ana stay overnight with the dogs?"),
            Out(Days(9, 17, 40), Olivia, "Hi Maya, Olivia from Happy Tails Pet Care. She can, I've pencilled it in. I'll send the details tomorrow."),
            In(Days(9, 17, 41), "Wonderful, thank you!")) { Handled = true },
        new DemoTalk(
            Hannah, FrontDesk,
            In(Days(6, 13, 20), "This is the second time this month that the walk started late. I pay for one o'clock."),
            Out(Days(6, 13, 41), Olivia, "Hannah, you are right, and I'm sorry. Olivia here, from Happy Tails Pet Care. Today's walk is on us, and Cleo's morning now leaves her an hour before yours."),
            In(Days(6, 13, 58), "I appreciate that. Clementine does love Cleo."),
            Out(Days(6, 14, 2), Olivia, "It's mutual. Thank you for telling us.")),
        new DemoTalk(
            Beckers, FrontDesk,
            In(Days(12, 10, 10), "Hi, a neighbor recommended you! We have a 2 year old beagle, Otis, and need midday walks from next month."),
            Out(Days(12, 10, 32), Adam, "Hello and welcome! Adam from Happy Tails Pet Care. Would Tuesday at six suit you for a meet-and-greet?"),
            In(Days(12, 11, 5), "Tuesday at six is great. I'm Jonah, my wife Elise may text you from her phone too."),
            Out(Days(1, 16, 45), Adam, "Otis starts on Monday! The welcome folder is on its way to you.") with { Status = MessageStatus.Failed, ErrorCode = 30006 }),
        new DemoTalk(
            Ruth, FrontDesk,
            Out(Days(11, 15, 0), Adam, "Hello Ms. Abrams, Happy Tails Pet Care here, it's Adam. How is Schnitzel after the surgery?"),
            In(Days(11, 16, 18), "Much better, thank you. We moved to my sister's, so we won't need walks any more."),
            In(Days(11, 16, 19), "STOP") with { Consent = ConsentKind.OptOut }) { Handled = true },
        new DemoTalk(
            Ingrid, FrontDesk,
            In(Days(1, 12, 1), "Hello again! Freyja and I would love the same sitter again next month 🏔️"),
            In(Days(1, 12, 3), "It would be four nights, Thursday to Monday.")) { Unread = 2 },
        new DemoTalk(
            Newcomer, FrontDesk,
            In(Minutes(7), "Hi there, do you take rabbits? Two of them, very polite, for the long weekend.")) { Unread = 1 },
        new DemoTalk(
            Spammer, FrontDesk,
            In(Days(3, 9, 59), "CONGRATS! Your business is pre-approved for a $50,000 line of credit. Reply YES to claim.")),
        new DemoTalk(
            Parcels, FrontDesk,
            In(Days(2, 10, 6), "Your parcel (40 lb dog food, 2 boxes) is out for delivery and arrives between 2 and 4 pm.")) { Handled = true },
        new DemoTalk(
            Ben, FrontDesk,
            In(Days(1, 8, 30), "Morning! Flat tire, running 10 min late to Priya's. She knows.")) { Handled = true },
    ];
}
