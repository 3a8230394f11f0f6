using SnoutOS.Domain.Threads;
using static SnoutOS.Web.Simulator.Demo.DemoLine;
using static SnoutOS.Web.Simulator.Demo.DemoTime;
using static SnoutOS.Web.Simulator.Demo.HappyTails;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>What was said on numbers that several clients share, and on one that has been given back.</summary>
internal static class PoolTalks
{
    public static IReadOnlyList<DemoTalk> All { get; } =
    [
        new DemoTalk(
            Nadia, PoolOne,
            Out(Days(4, 10, 15), Olivia, "Hi Nadia, Olivia from Happy Tails Pet Care. Ziggy's sitter will text you from this number during the stay."),
            In(Days(4, 10, 40), "Great. He gets 2 scoops at 7 and 2 at 6, the lockbox is on the side gate."),
            Out(Days(4, 10, 44), Olivia, "Two and two, side gate. Have a wonderful trip!"),
            In(Minutes(134), "We land a day later than planned, can somebody stay with Ziggy until Sunday evening?")) { Unread = 1 },
        new DemoTalk(
            Sam, PoolOne,
            Out(Days(5, 15, 20), Adam, "Hi Sam, this is Adam with Happy Tails Pet Care. Thank you for booking a meet-and-greet for Juniper."),
            In(Days(5, 15, 52), "Looking forward to it! Juniper hides at first, please don't take it personally."),
            Out(Days(5, 16, 1), Adam, "We never do. We'll bring the good treats.")),
        new DemoTalk(
            Grace, PoolTwo,
            In(Days(6, 8, 45), "Bao and Dumpling's feeder schedule: 6:30 two portions, 12:00 one portion, 18:30 two portions. If the feeder jams, press and hold the top button for five seconds, then take the lid off and shake it (it sounds broken, it isn't). Dumpling steals from Bao, so please wait in the kitchen until both are done. Bao takes his thyroid drops on the right ear, gloves are in the drawer under the toaster. The vacuum starts by itself at ten, you can just lift it up if it scares them. The plants only need water if the soil feels dry to the first knuckle. Thank you so much for looking after our whole little zoo!"),
            Out(Days(6, 9, 3), Olivia, "Hi Grace, Olivia from Happy Tails Pet Care. All of that is on their card now, down to the toaster drawer."),
            In(Days(6, 9, 5), "I knew I picked the right people."),
            In(Days(2, 12, 20), "Home safe! Both cats are pretending they never met us.")) { Handled = true },
        new DemoTalk(
            Dev, PoolTwo,
            In(Days(3, 14, 8), "Hi, can Rocket's evening walk move to 7?"),
            Out(Days(3, 14, 20), Olivia, "Hi Dev, Olivia from Happy Tails Pet Care. 7 it is."),
            Out(Days(1, 18, 40), Adam, "Rocket is home and dry. We left the towel over the tub.") with { Status = MessageStatus.Undelivered, ErrorCode = 30003 }),
        new DemoTalk(
            Ingrid, PoolCooling,
            Out(Days(14, 11, 0), Olivia, "Hi Ingrid, Olivia from Happy Tails Pet Care. Freyja has settled in like a queen."),
            In(Days(14, 11, 31), "She is one. Thank you for everything this week!"),
            Out(Days(14, 11, 35), Olivia, "Any time. Safe travels.")) { LeaseReleased = Days(6, 3, 0) },
    ];
}
