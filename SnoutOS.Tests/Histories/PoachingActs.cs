using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Tests.Histories;

/// <summary>What the owner does about a message that is held back.</summary>
public enum Verdict
{
    SendAnyway,
    KeepBack,
    FalseAlarm,
    FalseAlarmAndAllow,
}

/// <summary>A sitter tries to lead a client away; where the rules say so it is held back.</summary>
internal sealed record Poaches(Carer Sitter, Who Client, Line On, string Body) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        if (await stage.ThreadAsync(Client, On) is { } thread)
        {
            var there = await Presence.NowAsync(stage, Client, On);
            var verdict = await stage.WriteAsync(stage.Cast.ActorOf(Sitter), thread, Body);
            there.Judge(Sitter, verdict is SendVerdict.Blocked blocked ? new SendVerdict.Queued(blocked.MessageId, AlreadyAsked: false) : verdict);
        }
    }

    public override string ToString() => $"{Sitter} writes \"{Body}\" to {Client} on {Number(On)}";
}

/// <summary>Ana is with a client and tries it so many times; then the owner decides on the first that waits.</summary>
internal sealed record TriesItOn(Who Client, int Attempts, int MinutesApart, Verdict Verdict) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        await new Books(Client, "walk", StartsIn: 0, Quarters: 4, Weekly: false, Carer.Ana).PlayAsync(stage);
        foreach (var body in Enumerable.Repeat("My cell is 212-555-0142", Attempts))
        {
            await new Poaches(Carer.Ana, Client, Line.AnasNumber, body).PlayAsync(stage);
            stage.House.Clock.Advance(TimeSpan.FromMinutes(MinutesApart));
        }

        await new Rules(0, Verdict).PlayAsync(stage);
    }

    public override string ToString() => $"Ana is with {Client} and tries it {Nth(Attempts)} times, {Nth(MinutesApart)} minutes apart; the owner decides: {Verdict}";
}

/// <summary>The owner decides on one of the messages that wait.</summary>
internal sealed record Rules(int Which, Verdict Verdict) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        await using var db = stage.Db();
        var waiting = await db.Messages.Where(message => message.Status == MessageStatus.Blocked
                || db.Outbox.Any(entry => entry.MessageId == message.Id && entry.State == OutboxState.Held))
            .OrderBy(message => message.CreatedAt).ThenBy(message => message.Id).Select(message => message.Id).ToListAsync();
        if (waiting.Count > 0)
        {
            var (held, id) = (stage.House.Get<HeldMessages>(), waiting[Which % waiting.Count]);
            var result = Verdict == Verdict.SendAnyway
                ? await held.ForceSendAsync(stage.Owner, id, "It is fine", afterWindow: Which % 2 == 0, CancellationToken.None)
                : await held.DismissAsync(
                    stage.Owner, id, "We talked", Verdict != Verdict.KeepBack, Verdict == Verdict.FalseAlarmAndAllow, CancellationToken.None);
            Assert.False(result is HeldResult.NotFound or HeldResult.NotHeld or HeldResult.ReasonRequired, $"The owner was told {result}.");
        }
    }

    public override string ToString() => $"the owner decides on held message {Nth(Which)}: {Verdict}";
}

/// <summary>The owner lets the sitter see the first thing that is hidden in one of the clients' messages.</summary>
internal sealed record Reveals(int Which) : Act
{
    public override async Task PlayAsync(Stage stage)
    {
        await using var db = stage.Db();
        var hidden = (await db.MessageFindings.AsNoTracking()
                .Join(db.Messages.Where(message => message.Direction == Direction.Inbound), row => row.MessageId, message => message.Id, (row, _) => row).ToListAsync())
            .Where(row => row.IsHidden).OrderBy(row => row.MessageId).ThenBy(row => row.Position).ToList();
        if (hidden.Count > 0)
        {
            var finding = hidden[Which % hidden.Count];
            Assert.Equal(
                RevealResult.Revealed,
                await stage.House.Get<Revealing>().RevealAsync(stage.Owner, finding.MessageId, finding.Position, CancellationToken.None));
        }
    }

    public override string ToString() => $"the owner reveals hidden span {Nth(Which)}";
}

/// <summary>The business changes what it does about findings, both ways, and whether it approves first messages.</summary>
internal sealed record ChangesRules(PoachingAction OfSitters, PoachingAction OfClients, int ApproveFirst) : Act
{
    public override async Task PlayAsync(Stage stage) => Assert.True(await stage.House.Get<RuleBook>().SaveAsync(
        stage.Owner, new RuleSet(new PoachingPolicy(OfSitters), new PoachingPolicy(OfClients), ApproveFirst), CancellationToken.None));

    public override string ToString() => $"the rules become {OfSitters} for sitters, {OfClients} for clients, {ApproveFirst} to approve";
}
