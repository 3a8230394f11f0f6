using Microsoft.AspNetCore.Identity;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Organizations;

/// <summary>What a user may do. Owners and admins see everything of their organization; a sitter what their windows allow.</summary>
public enum Role
{
    Owner,
    Admin,
    Sitter,
}

/// <summary>Somebody who signs in. Belongs to exactly one organization; the e-mail address is unique in the installation.</summary>
public sealed class User : IdentityUser<Guid>
{
    public Guid OrganizationId { get; init; }

    public string Name { get; set; } = "";

    public Role Role { get; set; }

    /// <summary>The user's own phone. What it texts to the business is a staff message, never a client's.</summary>
    public PhoneNumber? PersonalPhone { get; set; }
}
