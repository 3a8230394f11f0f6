using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Bookings;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>Bookings and their visits.</summary>
[ApiController, Route("/api/bookings"), Authorize(Policies.OwnerOrAdmin)]
public sealed class BookingsController(
    BookingReader reader, BookingMaker maker, BookingMover mover, BookingCanceller canceller, SitterAssignments assignments, MeetAndGreets meetings)
    : ControllerBase
{
    /// <summary>Lists bookings by start: those with a visit in the range, and of each the visits in it.</summary>
    /// <param name="from">Nothing that ended before or at this instant.</param>
    /// <param name="to">Nothing that starts at this instant or later.</param>
    /// <param name="limit">How many to answer at most.</param>
    /// <param name="cursor">The <c>nextCursor</c> of the page before.</param>
    [HttpGet]
    [Refuses(400, "invalid_limit", "invalid_cursor")]
    public async Task<ActionResult<ListAnswer<BookingAnswer>>> ListAsync(
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        [Range(1, Lists.MaxLimit)] int limit = Lists.DefaultLimit,
        string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        if (!Cursors.TryRead(cursor, out Guid? after)
            || await reader.ListAsync(User.ToActor(), new TimeRange(from, to), after, limit, cancellationToken) is not { } page)
        {
            return Problems.InvalidCursor();
        }

        return new ListAnswer<BookingAnswer>([.. page.Items.Select(BookingAnswer.Of)], page.HasMore ? Cursors.Of(page.Items[^1].Id) : null);
    }

    /// <summary>Shows one booking with all its visits.</summary>
    [HttpGet("{id:guid}")]
    public async Task<ActionResult<BookingAnswer>> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await reader.FindAsync(User.ToActor(), id, cancellationToken) is { } booking ? BookingAnswer.Of(booking) : Problems.NotFound();

    /// <summary>Books a job or a weekly series, whose visits for eight weeks ahead are made at once.</summary>
    [HttpPost]
    [ProducesResponseType<BookingAnswer>(201)]
    [Refuses(400, "unknown_service", "ends_before_start", "too_long", "start_out_of_range", "time_does_not_exist", "time_is_ambiguous", "invalid_until", "meet_and_greet_once")]
    [Refuses(409, "not_a_client", "client_merged", "sitter_offboarded", "meet_and_greet_pending", "meet_and_greet_failed")]
    public async Task<ActionResult<BookingAnswer>> CreateAsync(BookingForm form, CancellationToken cancellationToken) =>
        await AnswerAsync(await maker.CreateAsync(User.ToActor(), form.ToRequest(), cancellationToken), StatusCodes.Status201Created, cancellationToken);

    /// <summary>Says who cares for a visit, or for the series from here on; nobody, with null.</summary>
    [HttpPut("{id:guid}/sitter")]
    [Refuses(400, "visit_required")]
    [Refuses(409, "already_cancelled", "sitter_offboarded", "meet_and_greet_pending", "meet_and_greet_failed", "meet_and_greet_decided")]
    public async Task<ActionResult<BookingAnswer>> AssignAsync(Guid id, SitterForm form, CancellationToken cancellationToken) =>
        await AnswerAsync(await assignments.AssignAsync(User.ToActor(), form.Of(id), form.SitterId, cancellationToken), cancellationToken);

    /// <summary>Moves a visit, or the series from here on.</summary>
    [HttpPut("{id:guid}/time")]
    [Refuses(400, "visit_required", "ends_before_start", "too_long", "start_out_of_range", "time_does_not_exist", "time_is_ambiguous")]
    [Refuses(409, "already_cancelled", "series_over", "meet_and_greet_decided")]
    public async Task<ActionResult<BookingAnswer>> MoveAsync(Guid id, TimeForm form, CancellationToken cancellationToken) =>
        await AnswerAsync(await mover.MoveAsync(User.ToActor(), form.Of(id), form.StartsAt!, form.EndsAt!, cancellationToken), cancellationToken);

    /// <summary>Calls off a visit, or the series from here on. Asking again changes nothing.</summary>
    [HttpPost("{id:guid}/cancel")]
    [Refuses(400, "visit_required")]
    [Refuses(409, "meet_and_greet_decided")]
    public async Task<ActionResult<BookingAnswer>> CancelAsync(Guid id, CancelForm form, CancellationToken cancellationToken) =>
        await AnswerAsync(await canceller.CancelAsync(User.ToActor(), form.Of(id), cancellationToken), cancellationToken);

    /// <summary>Opens a first meeting for its sitter to write, or says how it went.</summary>
    [HttpPost("{id:guid}/meet-and-greet")]
    [Refuses(409, "not_meet_and_greet", "already_cancelled", "meet_and_greet_needs_sitter", "meet_and_greet_decided", "meet_and_greet_over")]
    public async Task<ActionResult<BookingAnswer>> DecideAsync(Guid id, MeetAndGreetForm form, CancellationToken cancellationToken) =>
        await AnswerAsync(await meetings.DecideAsync(User.ToActor(), id, form.Outcome!.Value, cancellationToken), cancellationToken);

    private Task<ActionResult<BookingAnswer>> AnswerAsync(BookingVerdict verdict, CancellationToken cancellationToken) =>
        AnswerAsync(verdict, StatusCodes.Status200OK, cancellationToken);

    private async Task<ActionResult<BookingAnswer>> AnswerAsync(BookingVerdict verdict, int status, CancellationToken cancellationToken) =>
        verdict is not BookingVerdict.Done done ? BookingRefusals.Of(verdict)
        : await reader.FindAsync(User.ToActor(), done.BookingId, cancellationToken) is { } booking ? StatusCode(status, BookingAnswer.Of(booking))
        : Problems.NotFound();
}
