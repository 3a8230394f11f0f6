namespace SnoutOS.Web.Access;

/// <summary>Who may come in and what they may do.</summary>
public static class AccessServices
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddSnoutIdentity();
        builder.AddSignIn();
        builder.Services.AddSnoutPolicies();
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapAccess(this WebApplication app)
    {
    }
}
