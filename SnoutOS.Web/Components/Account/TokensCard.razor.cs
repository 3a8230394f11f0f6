using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using SnoutOS.Domain.Access;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Account;

public sealed partial class TokensCard(AccessTokens tokens, CurrentUser current, TimeProvider clock, IJSRuntime browser, ISnackbar toasts)
{
    private IReadOnlyList<AccessToken> _tokens = [];
    private IssuedToken? _made;
    private string? _refusal;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => _tokens = await tokens.ListPersonalAsync(await current.GetAsync(), CancellationToken.None);

    private async Task MakeAsync(PersonalTokenRequest wanted)
    {
        _refusal = wanted.Objection(clock.GetUtcNow());
        if (_refusal is not null)
        {
            return;
        }

        var made = await tokens.CreatePersonalAsync(await current.GetAsync(), wanted, CancellationToken.None);
        if (made is null)
        {
            _refusal = $"You have {AccessTokens.MostPersonal} tokens. Revoke one first.";
            return;
        }

        _made = made;
        await LoadAsync();
    }

    private async Task RevokeAsync(Guid token)
    {
        await tokens.RevokeAsync(await current.GetAsync(), token, CancellationToken.None);
        _made = _made?.Record.Id == token ? null : _made;
        await LoadAsync();
    }

    private async Task CopyAsync()
    {
        try
        {
            await browser.InvokeVoidAsync("navigator.clipboard.writeText", _made?.Text);
            toasts.Add("Copied.");
        }
        catch (JSException)
        {
            // Browsers refuse without https or permission; the token stands there to be copied by hand.
            toasts.Add("This browser does not let pages copy. Select the token and copy it.");
        }
    }
}
