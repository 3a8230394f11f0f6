using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>The business's own numbers, which are shown whole.</summary>
[ApiController, Route("/api/numbers"), Authorize(Policies.OwnerOrAdmin)]
public sealed class NumbersController(NumberBook book) : ControllerBase
{
    /// <param name="SitterId">Whose number it is: for the class <c>sitter</c>, and for no other.</param>
    public sealed record NumberRequest(string? E164, [Required] NumberClass? Class, Guid? SitterId);

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
    [Refuses(409, "number_taken", "front_desk_exists", "phone_is_a_clients", "sitter_has_number")]
    public async Task<ActionResult<NumberAnswer>> AddAsync(NumberRequest request, CancellationToken cancellationToken) =>
        PhoneNumberReader.TryRead(request.E164, out var phone)
            ? Answer(await book.AddAsync(User.ToActor(), phone.Value, request.Class!.Value, request.SitterId, cancellationToken))
            : Problems.InvalidPhone("e164");

    private ObjectResult Answer(NumberAddition addition) => addition switch
    {
        NumberAddition.Added added => StatusCode(StatusCodes.Status201Created, NumberAnswer.Of(added.Number)),
        NumberAddition.NumberTaken => Problems.Conflict("number_taken", "This number belongs to a business already."),
        NumberAddition.FrontDeskExists => Problems.Conflict("front_desk_exists", "The business has a front desk number."),
        NumberAddition.PhoneIsAClients => Problems.Conflict("phone_is_a_clients", "This number is a client's own phone."),
        NumberAddition.SitterHasNumber => Problems.Conflict("sitter_has_number", "This sitter has an active number."),
        NumberAddition.SitterNotFound => Problems.NotFound(),
        NumberAddition.SitterMismatch => Problems.Of(
            StatusCodes.Status400BadRequest, "sitter_mismatch", "A sitter number names its sitter, and no other number does."),
        _ => throw new UnreachableException($"No answer for {addition.GetType().Name}."),
    };
}
