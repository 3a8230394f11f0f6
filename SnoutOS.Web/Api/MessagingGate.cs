using Microsoft.AspNetCore.Authorization;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Rollout;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>Owners and admins use the endpoint also while messaging is off.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnswersWhileOffAttribute : Attribute;

/// <summary>
/// Where messaging is not effective for the caller, everything below <c>/api/messages</c> and the page itself are
/// absent. Judged once it is known who is asking and before what they may do, so that a switched-off feature looks the
/// same to everybody.
/// </summary>
public sealed class MessagingGate(RequestDelegate next, MessagingFlags flags)
{
    private static readonly PathString Messages = "/api/messages";
    private static readonly PathString Page = "/messages";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(Messages, StringComparison.OrdinalIgnoreCase)
            && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null
            && context.User.FindActor() is { } actor
            && !await IsOpenAsync(actor, context))
        {
            await Problems.WriteAsync(context, StatusCodes.Status404NotFound, Problems.FeatureOffCode, Problems.FeatureOffDetail);
            return;
        }

        if (context.Request.Path.StartsWithSegments(Page, StringComparison.OrdinalIgnoreCase)
            && context.User.FindActor() is { } reader
            && !await flags.AreOpenToAsync(reader, context.RequestAborted))
        {
            // The page that says so is drawn where status codes become pages.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    }

    private async Task<bool> IsOpenAsync(Actor actor, HttpContext context)
    {
        var effective = await flags.OfAsync(actor.OrganizationId, context.RequestAborted);
        var answersWhileOff = context.GetEndpoint()?.Metadata.GetMetadata<AnswersWhileOffAttribute>() is not null;
        return (actor.SeesEverything, answersWhileOff) switch
        {
            (true, true) => true,

            // A sitter is told that this is not theirs, unless there is nothing here at all.
            (false, false) => effective.SitterMessages.Effective,
            _ => effective.Messaging.Effective,
        };
    }
}
