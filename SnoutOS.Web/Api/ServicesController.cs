using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Bookings;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>The services of the business, with the minutes around a visit in which its sitter may write.</summary>
[ApiController, Route("/api/services"), Authorize(Policies.OwnerOrAdmin)]
public sealed class ServicesController(ServiceBook book) : ControllerBase
{
    public sealed record ServiceAnswer(string Code, string Name, int BeforeMinutes, int AfterMinutes, bool MeetAndGreet)
    {
        public static ServiceAnswer Of(Service service) =>
            new(service.Code, service.Name, service.PreBufferMinutes, service.PostBufferMinutes, service.IsMeetAndGreet);
    }

    /// <param name="BeforeMinutes">Left out, the usual hour.</param>
    public sealed record ServiceForm([Required] string? Name, int? BeforeMinutes, int? AfterMinutes)
    {
        public Buffers ToBuffers() => new(BeforeMinutes ?? Buffers.Usual.BeforeMinutes, AfterMinutes ?? Buffers.Usual.AfterMinutes);
    }

    public sealed record BuffersForm([Required] int? BeforeMinutes, [Required] int? AfterMinutes)
    {
        public Buffers ToBuffers() => new(BeforeMinutes!.Value, AfterMinutes!.Value);
    }

    public sealed record SpanAnswer(DateTimeOffset OpensAt, DateTimeOffset ClosesAt);

    /// <summary>A window that moves with the buffers.</summary>
    public sealed record ShiftAnswer(Guid VisitId, string Client, string Sitter, SpanAnswer From, SpanAnswer To)
    {
        public static ShiftAnswer Of(WindowShift shift) => new(
            shift.VisitId, shift.ClientName, shift.SitterName, new(shift.From.OpensAt, shift.From.ClosesAt), new(shift.To.OpensAt, shift.To.ClosesAt));
    }

    /// <param name="Windows">Those that have not ended and that the change moves.</param>
    public sealed record ServiceChangeAnswer(ServiceAnswer Service, IReadOnlyList<ShiftAnswer> Windows);

    /// <summary>Lists the services by name.</summary>
    [HttpGet]
    public async Task<ListAnswer<ServiceAnswer>> ListAsync(CancellationToken cancellationToken) =>
        new([.. (await book.ListAsync(User.ToActor(), cancellationToken)).Select(ServiceAnswer.Of)], null);

    /// <summary>Adds a service to the list.</summary>
    [HttpPost]
    [ProducesResponseType<ServiceAnswer>(201)]
    [Refuses(400, "invalid_name", "invalid_buffers")]
    [Refuses(409, "service_exists")]
    public async Task<ActionResult<ServiceAnswer>> AddAsync(ServiceForm form, CancellationToken cancellationToken) =>
        await book.AddAsync(User.ToActor(), form.Name!, form.ToBuffers(), cancellationToken) switch
        {
            ServiceVerdict.Done done => StatusCode(StatusCodes.Status201Created, ServiceAnswer.Of(done.Service)),
            var refused => Refusal(refused),
        };

    /// <summary>Changes a service's buffers, and with them the windows that have not ended.</summary>
    /// <param name="code">The service.</param>
    /// <param name="form">Minutes of elapsed time.</param>
    /// <param name="preview">Whether only to tell what would change.</param>
    [HttpPut("{code}")]
    [Refuses(400, "invalid_buffers")]
    public async Task<ActionResult<ServiceChangeAnswer>> ChangeAsync(string code, BuffersForm form, bool preview = false, CancellationToken cancellationToken = default)
    {
        var verdict = preview
            ? await book.PreviewAsync(User.ToActor(), code, form.ToBuffers(), cancellationToken)
            : await book.ChangeAsync(User.ToActor(), code, form.ToBuffers(), cancellationToken);
        return verdict is ServiceVerdict.Done done
            ? new ServiceChangeAnswer(ServiceAnswer.Of(done.Service), [.. done.Shifts.Select(ShiftAnswer.Of)])
            : Refusal(verdict);
    }

    private static ObjectResult Refusal(ServiceVerdict verdict) => verdict switch
    {
        ServiceVerdict.NotFound => Problems.NotFound(),
        ServiceVerdict.NameTaken => Problems.Conflict("service_exists", "A service of this name is on the list.", ("field", "name")),
        ServiceVerdict.BadName => Problems.Of(StatusCodes.Status400BadRequest, "invalid_name", "A service needs a short name of letters and digits.", ("field", "name")),
        ServiceVerdict.BadBuffers => Problems.Of(StatusCodes.Status400BadRequest, "invalid_buffers", "A buffer lasts from 0 minutes to 24 hours."),
        _ => throw new UnreachableException($"No answer for {verdict.GetType().Name}."),
    };
}
