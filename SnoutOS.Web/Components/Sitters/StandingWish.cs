namespace SnoutOS.Web.Components.Sitters;

/// <summary>What the office wants to do about a sitter's standing.</summary>
public enum StandingWish
{
    Lock,
    Unlock,
    Offboard,
    Rehire,
}
