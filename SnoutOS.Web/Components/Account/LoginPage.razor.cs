using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;
using SnoutOS.Web.Simulator;

namespace SnoutOS.Web.Components.Account;

/// <summary>Rendered by the server alone: a sign-in sets a cookie, which only an answer to a request can.</summary>
public sealed partial class LoginPage(PasswordSignIn signIn, BrowserSignIn browsers, NavigationManager navigation, IHostEnvironment host)
{
    private bool _refused;

    private IHostEnvironment Host { get; } = host;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in", Name = "email")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in", Name = "password")]
    private string? Password { get; set; }

    /// <summary>The demo sign-in that was clicked; Development only.</summary>
    [SupplyParameterFromForm(FormName = "sign-in", Name = "demo")]
    private string? Demo { get; set; }

    protected override void OnInitialized()
    {
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.FindActor() is { } actor)
        {
            GoIn(actor.Role);
        }
    }

    private async Task SignInAsync()
    {
        var (email, password) = Host.IsDevelopment() && Demo is not null ? (Demo, DemoAccounts.Password) : (Email ?? "", Password ?? "");
        var user = await signIn.CheckAsync(email, password, Context.RequestAborted);
        if (user is null)
        {
            _refused = true;
            return;
        }

        await browsers.SignInAsync(Context, user);
        GoIn(user.Role);
    }

    private void GoIn(Role role) => navigation.NavigateTo(LocalAddress.Of(ReturnUrl) ?? role switch
    {
        Role.Owner or Role.Admin => "/messages",
        Role.Sitter => "/account",
    });
}
