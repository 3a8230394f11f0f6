using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Rollout;
using SnoutOS.Web.Access;
using SnoutOS.Web.Simulator;

namespace SnoutOS.Web.Components.Account;

/// <summary>Rendered by the server alone: a sign-in sets a cookie, which only an answer to a request can.</summary>
public sealed partial class LoginPage(
    PasswordSignIn signIn, BrowserSignIn browsers, MessagingFlags flags, NavigationManager navigation, IHostEnvironment host)
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

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.FindActor() is { } actor)
        {
            await GoInAsync(actor);
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
        await GoInAsync(new Actor(user.OrganizationId, user.Id, user.Name, user.Role));
    }

    /// <summary>To the messages; for whom there are none while they are switched off, to the account.</summary>
    private async Task GoInAsync(Actor actor) => navigation.NavigateTo(
        LocalAddress.Of(ReturnUrl) ?? (await flags.AreOpenToAsync(actor, Context.RequestAborted) ? "/messages" : "/account"));
}
