using MudBlazor.Services;

namespace SnoutOS.Web.Components;

public static class PageServices
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
    }

    public static void MapPages(this WebApplication app)
    {
    }
}
