using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SnoutOS.Web.Access;

/// <summary>Signs a request in by its bearer token.</summary>
public sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Start = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var token = await tokens.FindAsync(header[Start.Length..].Trim(), Context.RequestAborted);
        return token is null
            ? AuthenticateResult.Fail("The token is unknown, expired or revoked.")
            : AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(token), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.Append(HeaderNames.WWWAuthenticate, AccessSchemes.Bearer);
        return base.HandleChallengeAsync(properties);
    }

    private ClaimsPrincipal PrincipalOf(Credential token) => SnoutClaims.Principal(
        token.Actor,
        Scheme.Name,
        new Claim(SnoutClaims.TokenId, token.Id.ToString()),
        new Claim(SnoutClaims.Scope, token.Scopes));
}
