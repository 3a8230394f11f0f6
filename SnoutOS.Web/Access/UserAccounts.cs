using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Access;

/// <param name="Password">Null for somebody who cannot sign in yet.</param>
public sealed record NewUser(Guid OrganizationId, string Email, string Name, Role Role, string? Password);

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
public sealed class UserAccounts(
    IServiceScopeFactory scopes, SnoutDb database, Writer writer, IDatabaseTraits traits, TimeProvider clock)
{
    private const int LongestText = 200;

    /// <param name="by">Who creates the user; null for the operator.</param>
    public async Task<UserCreation> CreateAsync(NewUser request, Actor? by, CancellationToken cancellationToken)
    {
        if (!await OrganizationExistsAsync(request.OrganizationId, cancellationToken))
        {
            return new UserCreation.OrganizationNotFound();
        }

        var (user, objection) = await PrepareAsync(request);
        if (objection is not null)
        {
            return objection;
        }

        try
        {
            return await writer.CommitAsync(user.OrganizationId, db => AddAsync(db, user, by, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException taken) when (traits.IsUniqueViolation(taken))
        {
            return new UserCreation.EmailTaken();
        }
    }

    /// <summary>The user as they would be stored, and what speaks against them. Nothing is stored.</summary>
    public async Task<(User User, UserCreation? Objection)> PrepareAsync(NewUser request)
    {
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = Prepare(manager, request);
        if (user.Email!.Length > LongestText || user.Name.Length > LongestText)
        {
            return (user, new UserCreation.Refused([$"Names and addresses have at most {LongestText} characters."]));
        }

        var objections = await manager.ObjectionsAsync(user, request.Password);
        if (objections.Count > 0)
        {
            return (user, objections.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateEmail))
                ? new UserCreation.EmailTaken()
                : new UserCreation.Refused([.. objections.Select(error => error.Description)]));
        }

        user.PasswordHash = request.Password is null ? null : manager.PasswordHasher.HashPassword(user, request.Password);
        return (user, null);
    }

    private async Task<bool> OrganizationExistsAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        return await db.AllOrganizations().AnyAsync(organization => organization.Id == organizationId, cancellationToken);
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

    private async Task<UserCreation> AddAsync(SnoutDbContext db, User user, Actor? by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sitter = user.Role == Role.Sitter ? SitterOf(user, now) : null;
        db.Add(user);
        if (sitter is not null)
        {
            db.Add(sitter);
        }

        var subject = $"user {user.Id}";
        var act = by is null
            ? AuditAct.ByOperator("user.created", subject, SnoutClaims.NameOf(user.Role))
            : AuditAct.By(by, "user.created", subject, SnoutClaims.NameOf(user.Role));
        await AuditLog.AppendAsync(db, act, now, cancellationToken);
        return new UserCreation.Created(user.Id, sitter?.Id);
    }

    private static Sitter SitterOf(User user, DateTimeOffset now) => new()
    {
        OrganizationId = user.OrganizationId,
        Id = Guid.CreateVersion7(now),
        UserId = user.Id,
        Name = user.Name,
        Email = user.Email ?? "",
        Status = SitterStatus.Active,
        CreatedAt = now,
    };
}
