using System.Diagnostics;
using System.Globalization;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Numbers;

/// <summary>How the business's numbers are spoken of.</summary>
public static class NumberWords
{
    /// <summary>What is to be known about a number, beside its digits.</summary>
    public static string About(NumberListing number, OrganizationTime time) => number switch
    {
        { Status: NumberStatus.CoolingDown, CoolsUntil: { } until } => $"{FormerOwner(number)}Rests until {time.Date(until)}, then it can join the pool",
        { Status: NumberStatus.CoolingDown } => $"{FormerOwner(number)}Rests",
        { Status: NumberStatus.Released, IsPoolOnly: true } => $"{FormerOwner(number)}It has rested and can join the pool",
        { Status: NumberStatus.Released } => "Ready for a new use",
        { Class: NumberClass.FrontDesk } => "Every client can write here",
        { Class: NumberClass.Sitter } => number.SitterName ?? "",
        { Class: NumberClass.Pool } => Holders(number.Leases),
        _ => throw new UnreachableException(),
    };

    public static string Style(NumberListing number) =>
        number.Status != NumberStatus.Active ? "quiet" : number.Class == NumberClass.FrontDesk ? "warm" : "";

    public static string IconOf(NumberListing number) => (number.Status, number.Class) switch
    {
        (NumberStatus.CoolingDown, _) => "clock",
        (NumberStatus.Released, _) => "close",
        (_, NumberClass.FrontDesk) => "inbox",
        (_, NumberClass.Sitter) => "account",
        (_, NumberClass.Pool) => "numbers",
        _ => throw new UnreachableException(),
    };

    /// <summary>What taking the number out of use means for those who use it.</summary>
    public static string Release(NumberListing number, DateTimeOffset now, OrganizationTime time) => number.Class switch
    {
        NumberClass.Sitter =>
            $"{(number.SitterName is { } name ? PersonName.FirstOf(name) : "The sitter")} no longer writes from it, at once. It rests until {time.Date(now + NumberLife.CoolDown)}, and then it can join the pool.",
        NumberClass.Pool when number.Leases > 0 =>
            $"{Clients(number.Leases)} {(number.Leases == 1 ? "gives" : "give")} it up at once. With the next visit they get another number of the pool.",
        NumberClass.Pool or NumberClass.FrontDesk => "Nobody writes from it any more. You can put it to use again.",
    };

    /// <summary>Why nothing changed, in one friendly sentence; null when it did.</summary>
    public static string? Of(NumberChange change, OrganizationTime time) => change switch
    {
        NumberChange.Changed => null,
        NumberChange.NotFound => "This number is no longer here.",
        NumberChange.SitterMismatch or NumberChange.SitterNotFound => "Pick the sitter who gets it.",
        NumberChange.SitterOffboarded => "This sitter has left. Pick somebody else.",
        NumberChange.SitterHasNumber => "This sitter has a number already. Take that one out of use first.",
        NumberChange.CoolingDown { Until: { } until } => $"This number rests until {time.Date(until)}. Until then only the sitter who had it may have it back.",
        NumberChange.CoolingDown => "This number rests. Until then only the sitter who had it may have it back.",
        NumberChange.PoolOnly => "A sitter had this number once, so it can only join the pool.",
        NumberChange.BelongsToSitter => "This is a sitter's number. Take it out of use first, and it rests.",
        NumberChange.HasLeases held => $"{Holders(held.Leases)}. It can change once they have given it up.",
        NumberChange.SeenBySitters => "Sitters have written on this number, so it cannot become the front desk. Pick another one.",
        NumberChange.NeedsSuccessor => "This is the front desk. It goes only when another number takes its place.",
        _ => throw new UnreachableException(),
    };

    /// <summary>Why the number was not added; null when it was.</summary>
    public static string? Of(NumberAddition addition) => addition switch
    {
        NumberAddition.Added => null,
        NumberAddition.NumberTaken => "This number belongs to a business already.",
        NumberAddition.FrontDeskExists => "You have a front desk number already.",
        NumberAddition.PhoneIsAClients => "This is a client's own phone. A number of yours has to be one that only you have.",
        NumberAddition.SitterMismatch or NumberAddition.SitterNotFound => "Pick the sitter who gets it.",
        NumberAddition.SitterOffboarded => "This sitter has left. Pick somebody else.",
        NumberAddition.SitterHasNumber => "This sitter has a number already.",
        _ => throw new UnreachableException(),
    };

    private static string FormerOwner(NumberListing number) => number.SitterName is { } name ? $"{name} had it. " : "";

    private static string Holders(int leases) => leases == 0 ? "Free: no client holds it" : $"{Clients(leases)} {(leases == 1 ? "holds" : "hold")} it";

    private static string Clients(int count) => count == 1 ? "1 client" : $"{count.ToString(CultureInfo.InvariantCulture)} clients";
}
