using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Notices;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>What the business answers by itself.</summary>
[ApiController, Route("/api/notices"), Authorize(Policies.OwnerOrAdmin)]
public sealed class NoticesController(NoticeTexts notices) : ControllerBase
{
    /// <param name="Text">With <c>{business}</c> and <c>{frontDesk}</c> where their names go.</param>
    /// <param name="Usual">Whether these are the usual words.</param>
    /// <param name="Preview">Exactly what would be sent, or said to a caller.</param>
    /// <param name="Segments">How many SMS segments the preview takes; 0 for what is spoken.</param>
    public sealed record NoticeAnswer(NoticeKind Kind, string Text, bool Usual, bool On, string Preview, int Segments)
    {
        public static NoticeAnswer Of(NoticeSetting notice) =>
            new(notice.Kind, notice.Text, notice.IsUsual, notice.IsOn, notice.Preview, notice.Segments);
    }

    public sealed record NoticesAnswer(IReadOnlyList<NoticeAnswer> Items);

    /// <param name="Text">Null or empty for the usual words.</param>
    public sealed record NoticeRequest([Required] NoticeKind? Kind, string? Text, [Required] bool? On);

    /// <summary>Lists the notices with their words and previews.</summary>
    [HttpGet]
    public async Task<NoticesAnswer> ListAsync(CancellationToken cancellationToken) =>
        new([.. (await notices.ListAsync(User.ToActor(), cancellationToken)).Select(NoticeAnswer.Of)]);

    /// <summary>Changes the words of one notice, or switches it on or off.</summary>
    [HttpPut]
    [Refuses(400, "unknown_placeholder", "text_too_long", "business_missing", "front_desk_missing", "always_on")]
    public async Task<ActionResult<NoticeAnswer>> ChangeAsync(NoticeRequest request, CancellationToken cancellationToken) =>
        await notices.ChangeAsync(User.ToActor(), request.Kind!.Value, request.Text, request.On!.Value, cancellationToken) switch
        {
            NoticeChange.Changed changed => NoticeAnswer.Of(changed.Notice),
            NoticeChange.Refused refused => Refuse(refused.Why),
            var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
        };

    private static ObjectResult Refuse(NoticeObjectionToText why)
    {
        var (code, detail) = why switch
        {
            NoticeObjectionToText.UnknownPlaceholder => ("unknown_placeholder", "Only {business} and {frontDesk} are filled in."),
            NoticeObjectionToText.TooLong => ("text_too_long", "A text message holds 1,600 characters at most."),
            NoticeObjectionToText.BusinessMissing => ("business_missing", "The text must name the business."),
            NoticeObjectionToText.FrontDeskMissing => ("front_desk_missing", "The text must name the front desk number."),
            NoticeObjectionToText.AlwaysOn => ("always_on", "Callers always hear something."),
        };
        return Problems.Of(StatusCodes.Status400BadRequest, code, detail);
    }
}
