using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Web.Components.Threads;

/// <summary>What has to be known or decided about a conversation before the next word is written in it.</summary>
public sealed partial class ThreadBars
{
    /// <summary>A visit further off finds its sitter on the calendar, in good time.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    [Parameter, EditorRequired]
    public ThreadSummary Thread { get; set; } = null!;

    [Parameter, EditorRequired]
    public Surroundings Surroundings { get; set; } = null!;

    /// <summary>Once the owner has looked after it, what is left is that they opted out.</summary>
    private bool AsksAboutTheVisit => Thread is { OptedOut: true, NeedsOwnerSince: not null } && Surroundings.MayMeanTheVisit;

    private bool AsksWhoTakesIt =>
        Thread is { LastRoutedBy: RoutingReason.OverlappingWindows, Choice: null, NeedsOwnerSince: not null, MergedIntoId: null } && Surroundings.Present.Count > 1;

    private NextVisit? VisitWithoutSitter =>
        Thread.MergedIntoId is null && Surroundings.Visit is { SitterName: null } visit && visit.StartsAt < Clock.GetUtcNow() + Soon ? visit : null;

    private string? Standing =>
        Thread.OptedOut ? "This client opted out of texts. Nothing reaches them until they text START."
        : Thread.NumberStatus is not NumberStatus.Active ? "This number is no longer in use. What arrives here still reaches you."
        : Thread.OptOutSuspected ? "Their last message reads as if they want no more texts. Automatic messages are paused until you decide."
        : null;
}
