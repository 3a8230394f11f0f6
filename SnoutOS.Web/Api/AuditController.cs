using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Auditing;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>Who did what.</summary>
[ApiController, Route("/api/audit"), Authorize(Policies.OwnerOrAdmin)]
public sealed class AuditController(AuditReader reader) : ControllerBase
{
    private const int LongestType = 200;

    /// <param name="Actor">The role of whoever did it, or <c>operator</c>, or <c>system</c>.</param>
    /// <param name="ActorUserId">Null for the operator and the product itself.</param>
    /// <param name="Subject">What it was done to, as kind and id.</param>
    public sealed record AuditAnswer(
        long Sequence,
        DateTimeOffset At,
        string Actor,
        Guid? ActorUserId,
        string Action,
        string Subject,
        IReadOnlyList<string> Types,
        string Reason)
    {
        public static AuditAnswer Of(AuditEntry entry) => new(
            entry.Sequence,
            entry.At,
            entry.Actor,
            entry.ActorUserId,
            entry.Action,
            entry.Subject,
            entry.Types.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            entry.Reason);
    }

    /// <summary>Lists audited acts, newest first.</summary>
    /// <param name="type">Only this action, such as <c>flag.changed</c>.</param>
    /// <param name="from">Nothing older.</param>
    /// <param name="limit">How many to answer at most.</param>
    /// <param name="cursor">The <c>nextCursor</c> of the page before.</param>
    [HttpGet]
    [Refuses(400, "invalid_limit", "invalid_cursor")]
    public async Task<ActionResult<ListAnswer<AuditAnswer>>> ListAsync(
        [StringLength(LongestType)] string? type = null,
        DateTimeOffset? from = null,
        [Range(1, Lists.MaxLimit)] int limit = Lists.DefaultLimit,
        string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        if (!Cursors.TryRead(cursor, out long? before))
        {
            return Problems.InvalidCursor();
        }

        var page = await reader.ListAsync(User.ToActor(), string.IsNullOrEmpty(type) ? null : type, from, before, limit, cancellationToken);
        return new ListAnswer<AuditAnswer>(
            [.. page.Items.Select(AuditAnswer.Of)], page.HasMore ? Cursors.Of(page.Items[^1].Sequence) : null);
    }
}
