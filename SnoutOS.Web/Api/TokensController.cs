using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Access;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

[ApiController, Route("/api/tokens")]
public sealed class TokensController(AccessTokens tokens, TimeProvider clock) : ControllerBase
{
    /// <param name="ExpiresAt">At most 90 days ahead, which is also what is taken if it is left out.</param>
    public sealed record TokenRequest(string? Name, IReadOnlyList<string>? Scopes, DateTimeOffset? ExpiresAt);

    public sealed record TokenAnswer(
        Guid Id, string Name, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

    /// <param name="Token">The token itself, shown this once.</param>
    public sealed record NewTokenAnswer(
        Guid Id, string Name, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string Token);

    public sealed record TokenList(IReadOnlyList<TokenAnswer> Items, string? NextCursor);

    /// <summary>The caller's personal tokens, newest first. A user has few, so one page holds them all.</summary>
    [HttpGet]
    public async Task<TokenList> ListAsync(CancellationToken cancellationToken) =>
        new([.. (await tokens.ListPersonalAsync(User.ToActor(), cancellationToken)).Select(AnswerOf)], null);

    /// <summary>Makes a personal token.</summary>
    [HttpPost]
    public async Task<ActionResult<NewTokenAnswer>> CreateAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var wanted = new PersonalTokenRequest(
            request.Name?.Trim() ?? "", request.Scopes?.Distinct(StringComparer.Ordinal).ToList() ?? [Scopes.Everything], request.ExpiresAt ?? now + AccessTokens.LongestPersonal);
        if (wanted.Objection(now) is { } objection)
        {
            return Problems.Invalid(objection);
        }

        var issued = await tokens.CreatePersonalAsync(User.ToActor(), wanted, cancellationToken);
        return issued is null
            ? Problems.Of(StatusCodes.Status409Conflict, "too_many_tokens", $"You have {AccessTokens.MostPersonal} tokens. Revoke one first.")
            : StatusCode(StatusCodes.Status201Created, NewAnswerOf(issued));
    }

    /// <summary>Revokes a personal token of the caller.</summary>
    [HttpDelete("{id:guid}")]
    public async Task<IActionResult> RevokeAsync(Guid id, CancellationToken cancellationToken) =>
        await tokens.RevokeAsync(User.ToActor(), id, cancellationToken) ? NoContent() : Problems.NotFound();

    private static TokenAnswer AnswerOf(AccessToken token) =>
        new(token.Id, token.Name, token.Prefix, token.Scopes.Split(' '), token.CreatedAt, token.ExpiresAt, token.LastUsedAt);

    private static NewTokenAnswer NewAnswerOf(IssuedToken issued) => new(
        issued.Record.Id,
        issued.Record.Name,
        issued.Record.Prefix,
        issued.Record.Scopes.Split(' '),
        issued.Record.CreatedAt,
        issued.Record.ExpiresAt,
        issued.Text);
}
