using SnoutOS.Domain.Threads;
using static SnoutOS.Web.Simulator.Demo.DemoLine;
using static SnoutOS.Web.Simulator.Demo.DemoTime;
using static SnoutOS.Web.Simulator.Demo.HappyTails;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>What was said on the sitters' own numbers.</summary>
internal static class SitterTalks
{
    public static IReadOnlyList<DemoTalk> All { get; } =
    [
        new DemoTalk(
            Maya, AnasNumber,
            Out(Days(13, 9, 5), Ana, "Hi Maya, this is Ana with Happy Tails Pet Care. I'll be walking Biscuit and Waffles on weekdays. You can text me here about their walks."),
            In(Days(13, 9, 11), "Hi Ana! They already love you. Leashes are on the hook by the door, treats in the blue tin."),
            Out(Days(13, 12, 48), Ana, "First walk done: 40 minutes around the reservoir, two poops, one very brave squirrel."),
            In(Days(13, 12, 52), "Ha! Biscuit will be telling that story for days."),
            In(Days(7, 8, 20), "Waffles is on an antibiotic until Friday, half a tablet in a bit of cheese at noon please."),
            Out(Days(7, 8, 24), Ana, "Got it, half a tablet at noon, with cheese. I'll text you once it's down."),
            Out(Days(7, 12, 9), Ana, "Tablet taken, cheese approved."),
            In(Minutes(52), "Look who found the couch the moment I left") with { HasPicture = true },
            In(Minutes(49), "Could you take the long way today? They have been cooped up with the rain."),
            In(Minutes(47), "If anything comes up, call me at 917-555-0148."),
            Out(Minutes(38), Ana, "The long way it is! By the way, my cell is 646-555-0187 if you ever want to book me directly.") with { Status = MessageStatus.Blocked }) { Unread = 3 },
        new DemoTalk(
            Theo, AnasNumber,
            Out(Days(9, 10, 2), Ana, "Hi Theo, Ana from Happy Tails Pet Care here. Pickles and I are back from the park."),
            In(Days(9, 10, 30), "Thank you!! Did he drink anything? He skipped his bowl this morning."),
            Out(Days(9, 10, 33), Ana, "A whole bowl, and then he asked for seconds."),
            In(Days(3, 17, 45), "Could we do 30 minutes instead of 20 on Thursday?"),
            Out(Days(3, 18, 2), Olivia, "Hi Theo, Olivia from the office. Thursday is 30 minutes now, it's on the calendar."),
            In(Days(3, 18, 4), "You are the best 🐾")) { Handled = true },
        new DemoTalk(
            Priya, BensNumber,
            Out(Days(11, 16, 0), Ben, "Hello Priya, Ben with Happy Tails Pet Care. Mango let me scratch her chin for a full minute today."),
            In(Days(11, 16, 25), "That is basically a marriage proposal from her."),
            In(Days(5, 7, 58), "Mango's new food is the green can. Half in the morning, half at night, she gets a third of a cup of water mixed in or she won't touch it."),
            Out(Days(5, 8, 10), Ben, "Green can, half and half, a third of a cup of water. Noted on her card."),
            Out(Days(2, 18, 30), Ben, "Dinner served and the litter is fresh. She is asleep in the laundry basket.") with { Status = MessageStatus.Sent },
            In(Minutes(18), "Ben, did Mango eat this morning? She threw up last night and I'm a little worried 😿")) { Unread = 1 },
        new DemoTalk(
            Carmen, BensNumber,
            In(Days(8, 11, 40), "Hola Ben, ¿mañana puedes llegar a las 2 en vez de las 3? Tengo una cita con el médico."),
            Out(Days(8, 11, 55), Ben, "¡Hola Carmen! Soy Ben, de Happy Tails Pet Care. Sí, a las 2 está perfecto para Luna y Sol."),
            In(Days(8, 11, 58), "Muchísimas gracias, eres un ángel. Las llaves están con el portero."),
            Out(Days(7, 14, 50), Ben, "Luna corrió como nunca y Sol se durmió en mis pies. Todo bien por aquí."),
            In(Days(1, 19, 15), "Ben, ¿también cuidas gatos? Mi hermana busca a alguien para el mes que viene.")) { Unread = 1 },
        new DemoTalk(
            Felix, CleosNumber,
            Out(Days(10, 9, 30), Cleo, "Hi Felix, Cleo from Happy Tails Pet Care. Turbo did his five kilometres and is now a rug."),
            In(Days(10, 9, 41), "Only five? He must be saving himself for the weekend."),
            In(Days(4, 19, 10), "Gate code changes tonight, the new one is on the fridge board."),
            Out(Days(4, 19, 22), Cleo, "Thanks, I'll look there first thing."),
            In(Days(4, 19, 23), "👍")) { Handled = true },
        new DemoTalk(
            Hannah, CleosNumber,
            In(Days(6, 13, 2), "Is Cleo on her way? It's after one."),
            Out(Days(6, 13, 6), Cleo, "Hi Hannah, it's Cleo with Happy Tails Pet Care. The train sat in the tunnel for twenty minutes, I'm so sorry. I'm at your door now."),
            In(Days(6, 13, 7), "OK. Clementine has been holding it since seven.")) { Handled = true },
    ];
}
