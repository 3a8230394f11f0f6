using SnoutOS.Domain.Phones;
using static SnoutOS.Web.Simulator.Demo.DemoLine;
using static SnoutOS.Web.Simulator.Demo.DemoTime;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>A second, small business, so that one can see that nothing of it ever shows up in the first.</summary>
internal static class OtherPaws
{
    private const string FrontDesk = "+19705550100";
    private const string Otto = "Otto Lind";
    private const string Lena = "Lena Marsh";

    public static DemoScript Script { get; } = new(
        "Other Paws",
        "America/Denver",
        [new DemoUser("owner@other.test")],
        [new DemoNumber(FrontDesk, NumberClass.FrontDesk)],
        [new DemoClient(Lena, "Pretzel", "+19705550114") { Recurring = true }],
        [
            new DemoTalk(
                Lena, FrontDesk,
                In(Days(2, 9, 12), "Hi Otto, can Pretzel come up to the cabin with you on Saturday again?"),
                Out(Days(2, 9, 30), Otto, "Hi Lena, Otto from Other Paws here. Pretzel is always welcome. Pick-up at eight?"),
                In(Days(2, 9, 34), "Perfect, see you at eight.")),
        ]);
}
