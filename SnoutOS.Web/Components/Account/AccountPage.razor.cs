using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Account;

/// <summary>Who I am, where I am signed in, and my tokens.</summary>
public sealed partial class AccountPage(CurrentUser current, SnoutDb database, OrganizationTime time)
{
    private User? _user;
    private string _business = "";

    [SupplyParameterFromQuery(Name = "password")]
    private string? PasswordNews { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await current.GetAsync();
        await time.LoadAsync(database, actor.OrganizationId, CancellationToken.None);
        await using var db = database.ForOrganization(actor.OrganizationId);
        _business = await db.Organizations.Select(organization => organization.Name).SingleAsync();
        _user = await db.Users.AsNoTracking().SingleAsync(user => user.Id == actor.UserId);
    }

    private static string RoleWord(Role role) => role switch
    {
        Role.Owner => "Owner",
        Role.Admin => "Admin",
        Role.Sitter => "Sitter",
    };
}
