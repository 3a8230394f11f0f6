using Microsoft.AspNetCore.Identity;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Access;

internal static class IdentityServices
{
    private const int HasherIterations = 210_000;

    /// <summary>ASP.NET Core Identity for users and passwords, without its cookies, pages and bearer tokens.</summary>
    public static void AddSnoutIdentity(this IServiceCollection services)
    {
        services.AddScoped<SignInContext>();

        // Neither keeps state, so the sign-in check can be one object for all requests.
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddIdentityCore<User>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = PasswordRules.MinLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 1;
            })
            .AddUserStore<UserStore>()
            .AddPasswordValidator<PasswordRules>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HasherIterations);
        services.AddSingleton<UserAccounts>();
        services.AddSingleton<SitterAccounts>();
    }
}
