using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Access;

public sealed record NewUser(Guid OrganizationId, string Email, string Name, Role Role, string Password);

/// <summary>What became of creating a user. The cases are closed.</summary>
public abstract record UserCreation
{
    private UserCreation()
    {
    }

    /// <summary>The sitter's id is set exactly for sitters.</summary>
    public sealed record Created(Guid UserId, Guid? SitterId) : UserCreation;

    public sealed record EmailTaken : UserCreation;

    public sealed record OrganizationNotFound : UserCreation;

    /// <summary>The address or the password is not acceptable, with a sentence for each reason.</summary>
    public sealed record Refused(IReadOnlyList<string> Reasons) : UserCreation;
}

/// <summary>Creates users. There is no public registration: the operator and the owner decide who has one.</summary>
public sealed class UserAccounts(IServiceScopeFactory scopes, Writer writer, TimeProvider clock)
{
    public async Task<UserCreation> CreateAsync(NewUser request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = Prepare(manager, request);
        var reasons = await ObjectionsAsync(manager, user, request.Password);
        if (reasons.Count > 0)
        {
            return new UserCreation.Refused(reasons);
        }

        user.PasswordHash = manager.PasswordHasher.HashPassword(user, request.Password);
        return await writer.CommitInstallationAsync(db => AddAsync(db, user, cancellationToken), cancellationToken);
    }

    private User Prepare(UserManager<User> manager, NewUser request)
    {
        var email = request.Email.Trim();
        return new User
        {
            OrganizationId = request.OrganizationId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Name = request.Name.Trim() is { Length: > 0 } name ? name : email.Split('@')[0],
            Role = request.Role,
            Email = email,
            UserName = email,
            NormalizedEmail = manager.NormalizeEmail(email),
            NormalizedUserName = manager.NormalizeName(email),
            LockoutEnabled = true,
            SecurityStamp = SecurityStamps.Next(),
        };
    }

    private static async Task<List<string>> ObjectionsAsync(UserManager<User> manager, User user, string password)
    {
        List<IdentityError> errors = [];
        foreach (var validator in manager.UserValidators)
        {
            errors.AddRange((await validator.ValidateAsync(manager, user)).Errors);
        }

        foreach (var validator in manager.PasswordValidators)
        {
            errors.AddRange((await validator.ValidateAsync(manager, user, password)).Errors);
        }

        // Whether an address is taken is settled in the transaction, where no other writer can come between.
        return [.. errors
            .Where(error => error.Code is not (nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
            .Select(error => error.Description)];
    }

    private async Task<UserCreation> AddAsync(SnoutDbContext db, User user, CancellationToken cancellationToken)
    {
        if (!await db.AllOrganizations().AnyAsync(organization => organization.Id == user.OrganizationId, cancellationToken))
        {
            return new UserCreation.OrganizationNotFound();
        }

        if (await db.AllUsers().AnyAsync(other => other.NormalizedEmail == user.NormalizedEmail, cancellationToken))
        {
            return new UserCreation.EmailTaken();
        }

        var sitter = user.Role == Role.Sitter ? SitterOf(user) : null;
        db.Add(user);
        if (sitter is not null)
        {
            db.Add(sitter);
        }

        return new UserCreation.Created(user.Id, sitter?.Id);
    }

    private Sitter SitterOf(User user) => new()
    {
        OrganizationId = user.OrganizationId,
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        UserId = user.Id,
        Name = user.Name,
        Status = SitterStatus.Active,
        CreatedAt = clock.GetUtcNow(),
    };
}
