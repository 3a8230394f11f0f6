using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>The business's own numbers, which are shown whole.</summary>
[ApiController, Route("/api/numbers"), Authorize(Policies.OwnerOrAdmin)]
public sealed class NumbersController(NumberBook book, NumberMoves moves) : ControllerBase
{
    /// <param name="SitterId">Whose number it is: for the class <c>sitter</c>, and for no other.</param>
    public sealed record NumberRequest(string? E164, [Required] NumberClass? Class, Guid? SitterId);

    /// <param name="SitterId">Whose number it becomes: for the class <c>sitter</c>, and for no other.</param>
    /// <param name="FormerFrontDesk">What becomes of the number that was the front desk, when this one takes its place.</param>
    public sealed record NumberChangeRequest([Required] NumberClass? Class, Guid? SitterId, FormerFrontDesk FormerFrontDesk = FormerFrontDesk.Released);

    /// <param name="Leases">How many clients hold it at present.</param>
    public sealed record NumberAnswer(Guid Id, string E164, NumberClass Class, NumberStatus Status, Guid? SitterId, int Leases)
    {
        public static NumberAnswer Of(NumberListing number) =>
            new(number.Id, number.Phone.E164, number.Class, number.Status, number.SitterId, number.Leases);
    }

    /// <summary>Lists the business's numbers in the order of their digits.</summary>
    [HttpGet]
    [Refuses(400, "invalid_limit", "invalid_cursor")]
    public async Task<ActionResult<ListAnswer<NumberAnswer>>> ListAsync(
        [Range(1, Lists.MaxLimit)] int limit = Lists.DefaultLimit, string? cursor = null, CancellationToken cancellationToken = default)
    {
        if (!Cursors.TryRead(cursor, out Guid? after)
            || await book.ListAsync(User.ToActor(), after, limit, cancellationToken) is not { } page)
        {
            return Problems.InvalidCursor();
        }

        return new ListAnswer<NumberAnswer>(
            [.. page.Items.Select(NumberAnswer.Of)], page.HasMore ? Cursors.Of(page.Items[^1].Id) : null);
    }

    /// <summary>Adds a number of the business.</summary>
    [HttpPost]
    [ProducesResponseType<NumberAnswer>(201)]
    [Refuses(400, "invalid_phone", "sitter_mismatch")]
    [Refuses(409, "number_taken", "front_desk_exists", "phone_is_a_clients", "sitter_has_number", "sitter_offboarded")]
    public async Task<ActionResult<NumberAnswer>> AddAsync(NumberRequest request, CancellationToken cancellationToken) =>
        PhoneNumberReader.TryRead(request.E164, out var phone)
            ? Answer(await book.AddAsync(User.ToActor(), phone.Value, request.Class!.Value, request.SitterId, cancellationToken))
            : Problems.InvalidPhone("e164");

    /// <summary>Gives a number another use. A new front desk takes the place of the old one in the same step.</summary>
    [HttpPut("{id:guid}")]
    [Refuses(400, "sitter_mismatch")]
    [Refuses(409, "number_cooling_down", "number_pool_only", "number_is_a_sitters", "number_has_leases", "number_seen_by_sitters", "front_desk_needs_successor", "sitter_has_number", "sitter_offboarded")]
    public async Task<ActionResult<NumberAnswer>> ReclassifyAsync(Guid id, NumberChangeRequest request, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await moves.ReclassifyAsync(User.ToActor(), id, request.Class!.Value, request.SitterId, request.FormerFrontDesk, cancellationToken),
            cancellationToken);

    /// <summary>Takes a number out of use. A sitter's rests for 90 days; the leases on a pool number end.</summary>
    [HttpPost("{id:guid}/release")]
    [Refuses(409, "number_cooling_down", "front_desk_needs_successor")]
    public async Task<ActionResult<NumberAnswer>> ReleaseAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(await moves.ReleaseAsync(User.ToActor(), id, cancellationToken), cancellationToken);

    private async Task<ActionResult<NumberAnswer>> AnswerAsync(NumberChange change, CancellationToken cancellationToken) =>
        change is NumberChange.Changed { NumberId: var id } && await book.FindAsync(User.ToActor(), id, cancellationToken) is { } number
            ? NumberAnswer.Of(number)
            : NumberRefusals.Of(change);

    private ObjectResult Answer(NumberAddition addition) => addition switch
    {
        NumberAddition.Added added => StatusCode(StatusCodes.Status201Created, NumberAnswer.Of(added.Number)),
        NumberAddition.NumberTaken => Problems.Conflict("number_taken", "This number belongs to a business already."),
        NumberAddition.FrontDeskExists => Problems.Conflict("front_desk_exists", "The business has a front desk number."),
        NumberAddition.PhoneIsAClients => Problems.Conflict("phone_is_a_clients", "This number is a client's own phone."),
        NumberAddition.SitterHasNumber => Problems.Conflict("sitter_has_number", "This sitter has an active number."),
        NumberAddition.SitterOffboarded => Problems.Conflict("sitter_offboarded", "This sitter has left."),
        NumberAddition.SitterNotFound => Problems.NotFound(),
        NumberAddition.SitterMismatch => Problems.Of(
            StatusCodes.Status400BadRequest, "sitter_mismatch", "A sitter number names its sitter, and no other number does."),
        _ => throw new UnreachableException($"No answer for {addition.GetType().Name}."),
    };
}
