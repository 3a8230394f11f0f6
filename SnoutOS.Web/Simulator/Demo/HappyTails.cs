using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>The demo business and everybody around it. All numbers are of the range that is kept for fiction (555-01xx).</summary>
internal static class HappyTails
{
    public const string FrontDesk = "+12125550100";
    public const string AnasNumber = "+16465550121";
    public const string BensNumber = "+16465550122";
    public const string CleosNumber = "+16465550123";
    public const string PoolOne = "+19175550141";
    public const string PoolTwo = "+19175550142";
    public const string PoolCooling = "+19175550143";

    public const string Olivia = "Olivia Park";
    public const string Adam = "Adam Reyes";
    public const string Ana = "Ana Silva";
    public const string Ben = "Ben Carter";
    public const string Cleo = "Cleo Hart";

    public const string Maya = "Maya Lindqvist";
    public const string Theo = "Theo Grant";
    public const string Priya = "Priya Raman";
    public const string Carmen = "Carmen Ortega";
    public const string Felix = "Felix Novak";
    public const string Hannah = "Hannah Pierce";
    public const string Nadia = "Nadia Khoury";
    public const string Sam = "Sam Okafor";
    public const string Grace = "Grace Liu";
    public const string Dev = "Dev Malhotra";
    public const string Ingrid = "Ingrid Solberg";
    public const string Walt = "Walt Jeffers";
    public const string Beckers = "Jonah and Elise Becker";
    public const string Ruth = "Ruth Abrams";
    public const string Newcomer = "Unknown •••• 0187";
    public const string Spammer = "Unknown •••• 0191";
    public const string Parcels = "Service •••• 2975";

    public static DemoScript Script { get; } = new(
        "Happy Tails Pet Care",
        "America/New_York",
        [
            new DemoUser("owner@demo.test"),
            new DemoUser("admin@demo.test"),
            new DemoUser("ana@demo.test"),
            new DemoUser("ben@demo.test", "+19145550172"),
            new DemoUser("cleo@demo.test"),
        ],
        [
            new DemoNumber(FrontDesk, NumberClass.FrontDesk),
            new DemoNumber(AnasNumber, NumberClass.Sitter, Ana),
            new DemoNumber(BensNumber, NumberClass.Sitter, Ben),
            new DemoNumber(CleosNumber, NumberClass.Sitter, Cleo),
            new DemoNumber(PoolOne, NumberClass.Pool),
            new DemoNumber(PoolTwo, NumberClass.Pool),
            new DemoNumber(PoolCooling, NumberClass.Pool, Status: NumberStatus.CoolingDown),
        ],
        [
            new DemoClient(Maya, "Biscuit and Waffles", "+13475550111") { Recurring = true },
            new DemoClient(Theo, "Pickles", "+13475550112") { Recurring = true },
            new DemoClient(Priya, "Mango", "+17185550115") { Recurring = true },
            new DemoClient(Carmen, "Luna y Sol", "+17185550118") { Recurring = true },
            new DemoClient(Felix, "Turbo", "+19295550124") { Recurring = true },
            new DemoClient(Hannah, "Clementine", "+19295550126") { Recurring = true },
            new DemoClient(Nadia, "Ziggy", "+13325550131"),
            new DemoClient(Sam, "Juniper", "+13325550133"),
            new DemoClient(Grace, "Bao and Dumpling", "+19145550135") { Recurring = false },
            new DemoClient(Dev, "Rocket", "+19145550137"),
            new DemoClient(Ingrid, "Freyja", "+17185550151"),
            new DemoClient(Walt, "Duchess", "+17185550154") { Recurring = true },
            new DemoClient(Beckers, "Otis", "+13475550160", "+13475550161"),
            new DemoClient(Ruth, "Schnitzel", "+19295550166"),
            new DemoClient(Newcomer, "", "+13325550187") { Kind = ClientKind.Contact },
            new DemoClient(Spammer, "", "+18885550191") { Kind = ClientKind.Spam },
            new DemoClient(Parcels, "", "72975") { Kind = ClientKind.Service },
            new DemoClient(Ben, "", "+19145550172") { Kind = ClientKind.Staff },
        ],
        [.. SitterTalks.All, .. PoolTalks.All, .. FrontDeskTalks.All]);
}
