namespace SnoutOS.Web.Access;

public static class AccessServices
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddSnoutIdentity();
        builder.Services.AddAuthorization();
    }

    public static void UseAccess(this WebApplication app) => app.UseAuthorization();

    public static void MapAccess(this WebApplication app)
    {
    }
}
