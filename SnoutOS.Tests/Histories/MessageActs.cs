using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Histories;

/// <summary>A client texts one of the numbers; the ledger may be behind, so that it is processed some acts later.</summary>
internal sealed record Texts(Who Client, Line To, string Body, bool IsLate) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        await stage.ReceiveAsync(Cast.PhoneOf(Client), To, Body);
        if (!IsLate)
        {
            await stage.CatchUpAsync();
        }
    }

    public override string ToString() => $"{Client} texts \"{Body}\" to {Number(To)}{(IsLate ? ", which waits in the ledger" : "")}";
}

internal sealed record StrangerTexts(Line To) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        await stage.ReceiveAsync(Businesses.NextNumber(), To, "Who is this?");
        await stage.CatchUpAsync();
    }

    public override string ToString() => $"a stranger texts {Number(To)}";
}

internal sealed record LedgerCatchesUp : Act
{
    public override Task PlayAsync(Stage stage) => stage.CatchUpAsync();

    public override string ToString() => "the ledger catches up";
}

internal sealed record SitterWrites(Carer Sitter, Who Client, Line On) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        if (await stage.ThreadAsync(Client, On) is { } thread)
        {
            var there = await Presence.NowAsync(stage, Client, On);
            there.Judge(Sitter, await stage.WriteAsync(stage.Cast.ActorOf(Sitter), thread, "On my way"));
        }
    }

    public override string ToString() => $"{Sitter} writes to {Client} on {Number(On)}";
}

internal sealed record OwnerWrites(Who Client, Line On) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        if (await stage.ThreadAsync(Client, On) is { } thread)
        {
            var verdict = await stage.WriteAsync(stage.Owner, thread, "All is well");
            Assert.False(verdict is SendVerdict.ThreadNotFound or SendVerdict.WindowClosed, $"The owner was told {verdict}.");
        }
    }

    public override string ToString() => $"the owner writes to {Client} on {Number(On)}";
}

internal sealed record Chooses(Who Client, Line On, Carer? Sitter) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        if (await stage.ThreadAsync(Client, On) is { } thread)
        {
            await stage.House.Get<OwnerActs>().ChooseAsync(
                stage.Owner, thread, Sitter is { } sitter ? stage.Cast.Sitters[sitter] : null, CancellationToken.None);
        }
    }

    public override string ToString() => $"the owner chooses {Sitter?.ToString() ?? "themselves"} for {Client} on {Number(On)}";
}

internal sealed record HandsOver(Who Client, Line On) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        if (await stage.ThreadAsync(Client, On) is { } thread)
        {
            await stage.House.Get<HandOver>().ToSitterAsync(stage.Owner, thread, sitterId: null, CancellationToken.None);
        }
    }

    public override string ToString() => $"the owner hands over what {Client} wrote to {Number(On)}";
}
