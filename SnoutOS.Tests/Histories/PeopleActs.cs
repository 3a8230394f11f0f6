using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Tests.Histories;

internal sealed record Locks(Carer Sitter, bool Unlocks) : Act
{
    public override Task PlayAsync(Stage stage)
    {
        var standings = stage.House.Get<SitterStandings>();
        var sitter = stage.Cast.Sitters[Sitter];
        return Unlocks
            ? standings.UnlockAsync(stage.Owner, sitter, "a talk", CancellationToken.None)
            : standings.LockAsync(stage.Owner, sitter, "a strike", CancellationToken.None);
    }

    public override string ToString() => $"{Sitter} is {(Unlocks ? "unlocked" : "locked")}";
}

internal sealed record Leaves(Carer Sitter, Carer? Successor) : Act
{
    public override Task PlayAsync(Stage stage) => stage.House.Get<SitterOffboarding>().OffboardAsync(
        stage.Owner, stage.Cast.Sitters[Sitter], "moves away", Successor is { } successor ? stage.Cast.Sitters[successor] : null, CancellationToken.None);

    public override string ToString() => $"{Sitter} leaves and {Successor?.ToString() ?? "nobody"} takes over";
}

internal sealed record ComesBack(Carer Sitter) : Act
{
    public override Task PlayAsync(Stage stage) =>
        stage.House.Get<SitterOffboarding>().RehireAsync(stage.Owner, stage.Cast.Sitters[Sitter], "is back", CancellationToken.None);

    public override string ToString() => $"{Sitter} comes back";
}

/// <summary>Time goes by, and what looks after numbers and series does its rounds.</summary>
internal sealed record TimePasses(TimeSpan By) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        stage.House.Clock.Advance(By);
        if (By >= TimeSpan.FromDays(1))
        {
            await stage.House.Get<NumberKeeping>().ReleaseLeasesAsync(CancellationToken.None);
            await stage.House.Get<NumberKeeping>().EndRestsAsync(CancellationToken.None);
            await stage.House.Get<SeriesHorizon>().ExtendAsync(CancellationToken.None);
        }
    }

    public override string ToString() => $"{By:c} go by";
}

/// <summary>Time goes by until the next window opens or closes, or until the microsecond before.</summary>
internal sealed record TimePassesToAnEdge(int Before) : Act
{
    public override TimeSpan Takes => TimeSpan.Zero;

    public override async Task PlayAsync(Stage stage)
    {
        await using var db = stage.Db();
        var live = db.Windows.Where(window => window.CancelledAt == null);
        var edges = await live.Select(window => window.OpensAt).Concat(live.Select(window => window.ClosesAt)).ToListAsync();
        var ahead = edges.ConvertAll(edge => edge.AddMicroseconds(-Before)).FindAll(edge => edge > stage.Now);
        if (ahead.Count > 0)
        {
            stage.House.Clock.SetUtcNow(ahead.Min());
        }
    }

    public override string ToString() => Before == 0 ? "a window opens or closes" : "it is the microsecond before a window opens or closes";
}
