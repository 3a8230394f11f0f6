using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Access;

/// <summary>Sitters with what they sign in with: they come and go together.</summary>
public sealed class SitterAccounts(
    UserAccounts accounts,
    SitterBook book,
    SitterOffboarding offboarding,
    IServiceScopeFactory scopes,
    SnoutDb database,
    IDatabaseTraits traits,
    CredentialCache cache)
{
    /// <param name="password">Null for a sitter who does not sign in yet.</param>
    public async Task<SitterRecording> HireAsync(Actor actor, NewSitter entry, string? password, CancellationToken cancellationToken)
    {
        var (person, objection) = await accounts.PrepareAsync(
            new NewUser(actor.OrganizationId, entry.Email, entry.Name, Role.Sitter, password));
        if (objection is not null)
        {
            return objection is UserCreation.Refused refused ? new SitterRecording.Refused(refused.Reasons) : new SitterRecording.EmailTaken();
        }

        try
        {
            return await book.HireAsync(actor, entry, person, cancellationToken);
        }
        catch (DbUpdateException taken) when (traits.IsUniqueViolation(taken))
        {
            return new SitterRecording.EmailTaken();
        }
    }

    /// <param name="password">Lets somebody sign in who could not; null leaves that as it is.</param>
    public async Task<SitterRecording> ChangeAsync(
        Actor actor, Guid sitterId, string name, PhoneNumber? phone, string? password, CancellationToken cancellationToken)
    {
        var (hash, objections) = password is null ? (null, []) : await HashAsync(actor, sitterId, password, cancellationToken);
        return objections.Count > 0
            ? new SitterRecording.Refused(objections)
            : await book.ChangeAsync(actor, sitterId, name, phone, hash, cancellationToken);
    }

    /// <summary>The sitter leaves; whatever they are signed in with is over at once on this node, and within a minute on others.</summary>
    public async Task<StandingChange> OffboardAsync(
        Actor actor, Guid sitterId, string reason, Guid? handOverTo, CancellationToken cancellationToken)
    {
        var change = await offboarding.OffboardAsync(actor, sitterId, reason, handOverTo, cancellationToken);
        cache.Forget();
        return change;
    }

    public async Task<StandingChange> RehireAsync(Actor actor, Guid sitterId, string reason, CancellationToken cancellationToken)
    {
        var change = await offboarding.RehireAsync(actor, sitterId, reason, cancellationToken);
        cache.Forget();
        return change;
    }

    private async Task<(string? Hash, IReadOnlyList<string> Objections)> HashAsync(
        Actor actor, Guid sitterId, string password, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(actor.OrganizationId);
        var email = await db.Sitters.Where(sitter => sitter.Id == sitterId).Select(sitter => sitter.Email).FirstOrDefaultAsync(cancellationToken);
        var person = new User { OrganizationId = actor.OrganizationId, Email = email };
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var objections = await manager.PasswordObjectionsAsync(person, password);
        return (manager.PasswordHasher.HashPassword(person, password), [.. objections.Select(error => error.Description)]);
    }
}
