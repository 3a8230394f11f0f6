using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Components.Numbers;

/// <summary>Which uses a page offers for a number. The domain says the last word; this keeps dead ends off the page.</summary>
public static class NumberOptions
{
    public static bool HasAny(NumberListing number) => MayJoinPool(number) || MayBeASitters(number) || MayBeReleased(number);

    public static bool MayJoinPool(NumberListing number) => number.Status == NumberStatus.Released;

    public static bool MayBeASitters(NumberListing number) =>
        !number.IsPoolOnly && number.Leases == 0
        && (number.Status == NumberStatus.Released || number is { Status: NumberStatus.Active, Class: NumberClass.Pool });

    public static bool MayBeReleased(NumberListing number) =>
        number.Status == NumberStatus.Active && number.Class != NumberClass.FrontDesk;

    public static bool MayBeFrontDesk(NumberListing number) =>
        !number.IsPoolOnly && number.Leases == 0
        && (number.Status == NumberStatus.Released || number is { Status: NumberStatus.Active, Class: NumberClass.Pool });
}
