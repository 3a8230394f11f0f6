using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>The numbers of the provider's account: take them over, and see to it that their texts come here.</summary>
[ApiController, Route("/api/numbers"), Authorize(Policies.OwnerOrAdmin), ProviderMayBeSilent]
public sealed class ProviderNumbersController(NumberImport import, WebhookCheck webhooks) : ControllerBase
{
    private const int MostAtOnce = 100;

    /// <param name="Sid">The provider's id of the number.</param>
    /// <param name="NumberId">Its id here, once it is the business's.</param>
    public sealed record ProviderNumberAnswer(string Sid, string E164, ImportStanding Standing, WebhookState Webhook, Guid? NumberId)
    {
        public static ProviderNumberAnswer Of(ImportCandidate candidate) => new(
            candidate.Number.Sid, candidate.Number.Phone.E164, candidate.Standing, candidate.Number.Webhook, candidate.NumberId);
    }

    public sealed record ProviderNumbersAnswer(IReadOnlyList<ProviderNumberAnswer> Items);

    /// <param name="Sids">The provider's ids of the numbers to take over, all or none.</param>
    /// <param name="Class">A sitter's number is given to its sitter one by one, not here.</param>
    public sealed record ImportRequest([Required, MinLength(1), MaxLength(MostAtOnce)] IReadOnlyList<string>? Sids, [Required] NumberClass? Class);

    public sealed record ImportAnswer(IReadOnlyList<NumbersController.NumberAnswer> Items);

    public sealed record WebhookReply(Guid Id, WebhookState Webhook, DateTimeOffset CheckedAt);

    /// <summary>Lists the account's numbers and what each is to the business.</summary>
    [HttpGet("provider")]
    public async Task<ProviderNumbersAnswer> ListAsync(CancellationToken cancellationToken) =>
        new([.. (await import.LookAsync(User.ToActor(), cancellationToken)).Select(ProviderNumberAnswer.Of)]);

    /// <summary>Takes numbers over, all of them or none. At the provider nothing changes.</summary>
    [HttpPost("provider/import")]
    [ProducesResponseType<ImportAnswer>(201)]
    [Refuses(400, "sitter_mismatch")]
    [Refuses(409, "number_taken", "phone_is_a_clients", "takes_no_texts", "front_desk_exists", "not_at_provider")]
    public async Task<ActionResult<ImportAnswer>> ImportAsync(ImportRequest request, CancellationToken cancellationToken) =>
        Answer(await import.ImportAsync(User.ToActor(), [.. request.Sids!.Select(sid => sid ?? "")], request.Class!.Value, cancellationToken));

    /// <summary>Asks the provider where it sends what arrives on a number.</summary>
    [HttpPost("{id:guid}/webhook/check")]
    public async Task<ActionResult<WebhookReply>> CheckAsync(Guid id, CancellationToken cancellationToken) =>
        Answer(await webhooks.CheckAsync(User.ToActor(), id, cancellationToken));

    /// <summary>Makes the provider send here what arrives on a number, texts and calls.</summary>
    [HttpPost("{id:guid}/webhook/repair")]
    public async Task<ActionResult<WebhookReply>> RepairAsync(Guid id, CancellationToken cancellationToken) =>
        Answer(await webhooks.RepairAsync(User.ToActor(), id, cancellationToken));

    private static ActionResult<WebhookReply> Answer(NumberWebhook? webhook) =>
        webhook is null ? Problems.NotFound() : new WebhookReply(webhook.Id, webhook.Webhook, webhook.CheckedAt);

    private ObjectResult Answer(NumberImportResult result) => result switch
    {
        NumberImportResult.Imported imported => StatusCode(
            StatusCodes.Status201Created, new ImportAnswer([.. imported.Numbers.Select(NumbersController.NumberAnswer.Of)])),
        NumberImportResult.NotTheirs unknown => Problems.Conflict("not_at_provider", "The provider's account has no such number.", ("sid", unknown.Sid)),
        NumberImportResult.Refused refused => Refuse(refused),
        NumberImportResult.FrontDeskExists => Problems.Conflict("front_desk_exists", "The business has a front desk number."),
        NumberImportResult.NotForSitters => Problems.Of(
            StatusCodes.Status400BadRequest, "sitter_mismatch", "A sitter number names its sitter: import it for the pool, then give it to them."),
        _ => throw new UnreachableException($"No answer for {result.GetType().Name}."),
    };

    private static ObjectResult Refuse(NumberImportResult.Refused refused)
    {
        var (code, detail) = refused.Standing switch
        {
            ImportStanding.New or ImportStanding.Ours => ("number_taken", "This number belongs to a business already."),
            ImportStanding.AClients => ("phone_is_a_clients", "This number is a client's own phone."),
            ImportStanding.NoTexts => ("takes_no_texts", "This number cannot text."),
        };
        return Problems.Conflict(code, detail, ("sid", refused.Sid));
    }
}

/// <summary>What cannot be answered without the provider says so, and is worth another try.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ProviderMayBeSilentAttribute : Microsoft.AspNetCore.Mvc.Filters.ExceptionFilterAttribute
{
    public override void OnException(Microsoft.AspNetCore.Mvc.Filters.ExceptionContext context)
    {
        if (context.Exception is SmsProviderException failure)
        {
            // These sentences are ours and name no number.
            context.Result = Problems.Of(StatusCodes.Status503ServiceUnavailable, "provider_unavailable", failure.Message);
            context.ExceptionHandled = true;
        }
    }
}
