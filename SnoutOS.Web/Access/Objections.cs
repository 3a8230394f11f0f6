using Microsoft.AspNetCore.Identity;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Access;

internal static class Objections
{
    /// <summary>What speaks against a user as they would be stored, and against the password they want, if they want one.</summary>
    public static async Task<IReadOnlyList<IdentityError>> ObjectionsAsync(this UserManager<User> manager, User user, string? password)
    {
        List<IdentityError> errors = [];
        foreach (var validator in manager.UserValidators)
        {
            errors.AddRange((await validator.ValidateAsync(manager, user)).Errors);
        }

        if (password is not null)
        {
            errors.AddRange(await manager.PasswordObjectionsAsync(user, password));
        }

        return errors;
    }

    public static async Task<IReadOnlyList<IdentityError>> PasswordObjectionsAsync(this UserManager<User> manager, User user, string password)
    {
        List<IdentityError> errors = [];
        foreach (var validator in manager.PasswordValidators)
        {
            errors.AddRange((await validator.ValidateAsync(manager, user, password)).Errors);
        }

        return errors;
    }
}
