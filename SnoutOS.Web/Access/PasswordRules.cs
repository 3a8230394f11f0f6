using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Access;

/// <summary>
/// What Identity's length check leaves open: no password that a guesser tries first, and none that holds the
/// product's, the business's or the user's own name. Composition is free.
/// </summary>
public sealed class PasswordRules(SnoutDb database) : IPasswordValidator<User>
{
    public const int MinLength = 12;
    public const int MaxLength = 256;

    private const int FewestDifferentCharacters = 5;
    private const int ShortestTellingWord = 4;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    public async Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        var letters = Simplify(password ?? "");
        if (password?.Length > MaxLength)
        {
            return Refuse("password_too_long", $"Passwords have at most {MaxLength} characters.");
        }

        if (letters.Distinct().Count() < FewestDifferentCharacters || Common.Value.Contains(letters))
        {
            return Refuse("password_common", "That password is one of the first that somebody would guess.");
        }

        return (await WordsOfAsync(user)).Any(word => letters.Contains(word, StringComparison.Ordinal))
            ? Refuse("password_tells", "Leave the names of the business, the product and your sign-in out of the password.")
            : IdentityResult.Success;
    }

    private async Task<IEnumerable<string>> WordsOfAsync(User user)
    {
        await using var db = database.ForOrganization(user.OrganizationId);
        var business = await db.Organizations.Select(organization => organization.Name).SingleOrDefaultAsync();
        string[] words = ["snout", business ?? "", user.Email?.Split('@')[0] ?? ""];
        return words.Select(Simplify).Where(word => word.Length >= ShortestTellingWord);
    }

    /// <summary>Letters and digits only, in lower case: case and punctuation hide nothing from a guesser.</summary>
    private static string Simplify(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static IdentityResult Refuse(string code, string description) =>
        IdentityResult.Failed(new IdentityError { Code = code, Description = description });

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not part of the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Simplify).ToHashSet(StringComparer.Ordinal);
    }
}
