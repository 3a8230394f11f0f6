using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Observability;

[Collection(AloneInTheProcess.Name)]
public sealed class WebhookLogTests
{
    [Fact]
    public async Task A_routed_message_is_one_event_with_its_ids_and_short_numbers()
    {
        using var recording = new Recording();
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Services = recording.Attach });
        var (organization, thread, message) = (Id(1), Id(2), Id(3));

        var logger = app.Get<ILogger<WebhookLogTests>>();
        WebhookLog.Routed(
            logger, organization, thread, message, RoutingTarget.OwnerInbox, RoutingReason.FrontDesk, "+12125550142", "+14155550187");

        var line = Assert.Single(recording.Written.Lines, line => line.StartsWith('{') && line.Contains("WebhookLogTests", StringComparison.Ordinal));
        foreach (var part in new[] { $"{organization}", $"{thread}", $"{message}", "OwnerInbox", "FrontDesk", " 0142", " 0187" })
        {
            Assert.Contains(part, line, StringComparison.Ordinal);
        }

        Assert.Empty(await recording.FindAsync(new LeakScan(["+12125550142", "+14155550187"]), app));
    }

    private static Guid Id(byte last) => new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, last);
}
