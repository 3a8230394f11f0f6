using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using MudBlazor;
using MudBlazor.Services;
using SnoutOS.Web.Components.Policing;
using SnoutOS.Web.Components.Shared;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Web.Components;

public static class PageServices
{
    /// <summary>How long a page that lost its connection finds its circuit again; afterwards the address opens a new one.</summary>
    private static readonly TimeSpan CircuitRetention = TimeSpan.FromMinutes(2);

    private const int MaxRetainedCircuits = 500;

    /// <summary>A pasted text travels in one message; a longer one than the box takes would end the circuit.</summary>
    private const long MaxMessageSize = 256 * 1024;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DetailedErrors = builder.Environment.IsDevelopment();
            options.DisconnectedCircuitRetentionPeriod = CircuitRetention;
            options.DisconnectedCircuitMaxRetained = MaxRetainedCircuits;
        }).AddHubOptions(options => options.MaximumReceiveMessageSize = MaxMessageSize);
        builder.Services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.TopCenter;
            options.SnackbarConfiguration.VisibleStateDuration = 3500;
            options.SnackbarConfiguration.ShowTransitionDuration = 120;
            options.SnackbarConfiguration.HideTransitionDuration = 120;
        });
        builder.Services.AddScoped<OrganizationTime>();
        builder.Services.AddScoped<ConversationActs>();
        builder.Services.AddScoped<HeldActs>();
        builder.Services.AddScoped<WhatIfDesk>();
    }

    /// <summary>Whoever asks for a page that is not there gets one that says so; programs keep their plain answers.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = IsForAPage(context.Request);
            return next(context);
        });
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", () => Results.LocalRedirect("/messages"));
        // The security headers carry frame-ancestors; a second policy here would only be joined to it.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static bool IsForAPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
