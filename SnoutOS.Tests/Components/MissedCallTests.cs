using Bunit;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

public sealed class MissedCallTests
{
    [Fact]
    public async Task A_call_is_a_line_in_the_conversation_and_no_bubble()
    {
        await using var pages = new Pages(TestTime.Clock());
        var call = Shown.Inbound with { Purpose = MessagePurpose.MissedCall, Body = "" };
        var list = pages.Render<MessageList>(parameters => parameters.Add(one => one.Messages, [Shown.Outbound, call]));

        var line = list.Find(".missed-call");
        Assert.Contains("Missed call from Casey Wolf", line.TextContent, StringComparison.Ordinal);
        Assert.Equal(call.Id.ToString(), line.GetAttribute("data-message"));
        Assert.Single(list.FindAll(".message"));
    }
}
