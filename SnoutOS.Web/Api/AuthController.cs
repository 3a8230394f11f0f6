using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

[ApiController, Route("/api/auth")]
public sealed class AuthController(PasswordSignIn signIn, AccessTokens tokens) : ControllerBase
{
    public sealed record LoginRequest([Required, MaxLength(256)] string? Email, [Required, MaxLength(1024)] string? Password);

    /// <param name="ExpiresIn">Seconds.</param>
    public sealed record LoginAnswer(string TokenType, string AccessToken, int ExpiresIn);

    /// <summary>Trades an e-mail address and a password for a bearer token of twelve hours.</summary>
    [HttpPost("login"), AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
    public async Task<ActionResult<LoginAnswer>> LogInAsync(LoginRequest request, CancellationToken cancellationToken)
    {
        var user = await signIn.CheckAsync(request.Email!, request.Password!, cancellationToken);
        if (user is null)
        {
            return Problems.Of(StatusCodes.Status401Unauthorized, "invalid_credentials", "That e-mail address and password do not go together.");
        }

        var token = await tokens.IssueForSignInAsync(user.ToActor(), cancellationToken);
        return new LoginAnswer(AccessSchemes.Bearer, token.Text, (int)AccessTokens.SignInLifetime.TotalSeconds);
    }
}
