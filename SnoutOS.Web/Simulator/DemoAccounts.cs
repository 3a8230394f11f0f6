using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Simulator;

/// <summary>A sign-in of the demo, shown on the sign-in page in Development only.</summary>
public sealed record DemoAccount(string Email, string Name, Role Role, string About);

/// <summary>Who can sign in to the demo. They exist in Development alone, and all share one password.</summary>
public static class DemoAccounts
{
    public const string Password = "walkies-Demo-1";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("owner@demo.test", "Olivia Park", Role.Owner, "Owner of the demo business"),
        new("admin@demo.test", "Adam Reyes", Role.Admin, "Admin of the demo business"),
        new("ana@demo.test", "Ana Silva", Role.Sitter, "Sitter, on a visit right now"),
        new("ben@demo.test", "Ben Carter", Role.Sitter, "Sitter, next visit tomorrow"),
        new("cleo@demo.test", "Cleo Hart", Role.Sitter, "Sitter without visits"),
        new("owner@other.test", "Otto Lind", Role.Owner, "Owner of another business"),
    ];
}
