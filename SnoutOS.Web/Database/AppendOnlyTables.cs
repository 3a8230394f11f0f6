namespace SnoutOS.Web.Database;

/// <summary>The tables that triggers guard, so that what was written there is never changed or deleted.</summary>
internal static class AppendOnlyTables
{
    public static readonly string[] All = ["Audit", "RoutingDecisions"];
}
