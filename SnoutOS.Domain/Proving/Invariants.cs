using Microsoft.EntityFrameworkCore.Metadata;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Proving;

/// <summary>
/// Everything that is proved, in the order in which it is asked: what a thread is, then what hangs on it. The SQL is
/// kept to what all three databases understand; the little that they say differently comes from their traits.
/// </summary>
public static class Invariants
{
    public static IReadOnlyList<Invariant> Of(IDatabaseTraits traits, IModel model) =>
    [
        .. ThreadInvariants.All,
        .. NumberInvariants.All,
        .. LeaseInvariants.All,
        .. ClientInvariants.All,
        .. RoutingInvariants.All,
        .. VisitInvariants.All,
        .. WindowInvariants.Of(traits),
        .. SitterInvariants.All,
        .. SendingInvariants.Of(traits),
        .. PolicingInvariants.Of(traits),
        .. InstantInvariants.Of(traits, model),
    ];
}
