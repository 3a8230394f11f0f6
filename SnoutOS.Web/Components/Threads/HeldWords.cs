using System.Diagnostics;
using System.Globalization;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>How an owner is told of a message that did not simply go through, and of what was decided about it.</summary>
public static class HeldWords
{
    /// <summary>What stands over a message that is not where it was meant to go; null for every other.</summary>
    public static string? State(MessageView message) => message switch
    {
        { Status: MessageStatus.Blocked } => "Held back",
        { Status: MessageStatus.Dismissed } => "Kept back",
        { AwaitsApproval: true } => "Waits for your OK",
        _ => null,
    };

    /// <summary>"Found: a phone number."; of a message that was held back, that nobody got it.</summary>
    public static string Found(MessageView message, IReadOnlyList<FindingView> findings)
    {
        var found = findings.Count == 0 ? "" : $"Found: {FindingWords.Of(findings)}. ";
        return message.Direction is Direction.Outbound ? $"{found}The client has not got it." : $"{found}No sitter has got it.";
    }

    /// <summary>"Strike 2 of 3 in 30 days for Ana."</summary>
    public static string Standing(SitterStrikes strikes, string sitterName)
    {
        var (count, first) = (Math.Min(strikes.Count, Strikes.Locks), PersonName.FirstOf(sitterName));
        return string.Create(CultureInfo.InvariantCulture, $"Strike {count} of {Strikes.Locks} in {Strikes.CountFor.Days} days for {first}.")
            + (strikes.IsPaused ? $" {first}'s messaging is paused." : "");
    }

    /// <summary>Until when a new sitter's message can still be let go.</summary>
    public static string Deadline(DateTimeOffset until, OrganizationTime time) =>
        $"The first texts of a new sitter wait for you. It can leave until {ActWords.Until(until, time)}.";

    /// <summary>Who decided, when and why; null while nobody has.</summary>
    public static string? Decision(HeldView? held, OrganizationTime time) => held is { DecidedAt: { } at }
        ? $"{Verb(held.Outcome)} by {held.DecidedBy ?? "somebody who has left"}, {ActWords.Moment(at, time)}"
        : null;

    /// <summary>What is about to happen when an owner sends it anyway.</summary>
    public static string Consequence(MessageView message) => message.Direction is Direction.Outbound
        ? $"The client gets it as {PersonName.FirstOf(message.AuthorName)} wrote it. What is sent cannot be called back."
        : "The sitter it was meant for gets it whole.";

    /// <summary>Why nothing was decided, in one sentence; null when it was.</summary>
    public static string? Objection(HeldResult result) => result switch
    {
        HeldResult.Decided => null,
        HeldResult.NotFound => "This message is no longer here.",
        HeldResult.NotHeld => "Somebody has decided on this message already.",
        HeldResult.ReasonRequired => "Say why: the audit log keeps your reason.",
        HeldResult.WindowClosed => "The time to write to this client is over. Press again to send it all the same.",
        HeldResult.Refused(var verdict) => RefusalWords.Of(verdict)!.Sentence,
        _ => throw new UnreachableException(),
    };

    private static string Verb(ViolationOutcome outcome) => outcome switch
    {
        ViolationOutcome.ForceSent => "Sent anyway",
        ViolationOutcome.Dismissed => "Kept back",
        ViolationOutcome.FalsePositive => "Called a false alarm",
        ViolationOutcome.Open => throw new UnreachableException(),
    };
}
