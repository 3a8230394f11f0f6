using SnoutOS.Domain.Organizations;

namespace SnoutOS.Domain.Access;

/// <summary>Who is acting: a signed-in user, as their session or token says.</summary>
public sealed record Actor(Guid OrganizationId, Guid UserId, string Name, Role Role)
{
    /// <summary>Owner and admin see everything of their organization.</summary>
    public bool SeesEverything => Role is Role.Owner or Role.Admin;
}
