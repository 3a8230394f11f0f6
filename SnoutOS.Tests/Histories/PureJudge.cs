using System.Text.Json;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Tests.Histories;

/// <summary>Holds what the product decides against what the model knows.</summary>
internal static class PureJudge
{
    private static readonly IReadOnlyList<Guid> Sitters = [.. Enumerable.Range(0, 3).Select(PureModel.Id)];

    public static void Text(PureModel model, int client, Guid? line, DateTimeOffset receivedAt, ChoiceFact? choice)
    {
        var facts = model.Facts(client, line, receivedAt, choice);
        var route = Router.Decide(facts, model.Now);
        if (route.SitterId is { } sitter)
        {
            Assert.True(model.IsThere(client, sitter, receivedAt), "The sitter was not there when it came.");
            Assert.True(model.IsThere(client, sitter, model.Now), "The sitter is no longer there.");
            Assert.True(model.IsAvailable(sitter) && (line is null || line == sitter));
        }

        if (choice is null && receivedAt == model.Now)
        {
            Assert.Equal(Expected(model, client, line), route.Reason is RoutingReason.VisitInProgress ? RoutingReason.OverlappingWindows : route.Reason);
        }

        Replays(facts, model.Now, route);
    }

    public static void Writing(PureModel model, int client, Guid sitter)
    {
        var standing = model.Standing(client, sitter);
        Assert.Equal(model.IsThere(client, sitter, model.Now), standing.IsActive);
        if (standing.ClosesAt is { } closes)
        {
            Assert.True(closes > model.Now && standing.NextOpensAt is not { } next || standing.NextOpensAt > closes);
        }
    }

    public static void Days(PureModel model, int days)
    {
        model.Pass(TimeSpan.FromDays(days));
        Assert.All(model.ReleaseWhatIsOver(), client => Assert.False(model.NeedsNumber(client), "A number was taken from a client who needs it."));
    }

    /// <summary>From the JSON that is stored with it, the same decision comes again, and its explanation ends in it.</summary>
    public static void Replays(RoutingFacts facts, DateTimeOffset instant, Route route)
    {
        var stored = JsonSerializer.Deserialize<RoutingFacts>(JsonSerializer.Serialize(facts))!;
        Assert.Equal(route, Router.Decide(stored, instant));
        Assert.Equal(route, Router.Explain(stored, instant)[^1].Said);
    }

    private static RoutingReason Expected(PureModel model, int client, Guid? line)
    {
        var there = Sitters.Where(sitter => (line is null || line == sitter) && model.IsThere(client, sitter, model.Now)).ToList();
        return (there.Count, there.Count(model.IsAvailable)) switch
        {
            (0, _) => RoutingReason.NoActiveWindow,
            (_, 0) => RoutingReason.SitterUnavailable,
            (_, 1) => RoutingReason.ActiveWindow,
            _ => RoutingReason.OverlappingWindows,
        };
    }
}
