using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Access;

/// <summary>A context of the installation for as long as a scope lives, because Identity looks users up before their organization is known.</summary>
public sealed class SignInContext(SnoutDb database) : IDisposable
{
    public SnoutDbContext Db { get; } = database.ForInstallation();

    public void Dispose() => Db.Dispose();
}

/// <summary>Identity's store over the product's own users, found across organizations by e-mail address or id.</summary>
public sealed class UserStore(SignInContext context, IdentityErrorDescriber describer)
    : UserOnlyStore<User, SnoutDbContext, Guid>(context.Db, describer)
{
    public override IQueryable<User> Users => Context.AllUsers();

    public override Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken = default) =>
        Guid.TryParse(userId, out var id)
            ? Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken)
            : Task.FromResult<User?>(null);
}
