using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Api;

/// <summary>How the API says that a sitter cannot be what was asked for.</summary>
internal static class SitterRefusals
{
    public static ObjectResult Of(SitterRecording recording) => recording switch
    {
        SitterRecording.Recorded or SitterRecording.NotFound => Problems.NotFound(),
        SitterRecording.EmailTaken => Problems.Conflict("email_taken", "Somebody already signs in with that e-mail address."),
        SitterRecording.Refused refused => Problems.Of(
            StatusCodes.Status400BadRequest, "account_refused", string.Join(' ', refused.Reasons), ("reasons", refused.Reasons)),
        SitterRecording.PhoneIsOurs => Problems.Conflict("phone_is_ours", "This phone is a number of a business."),
        SitterRecording.PhoneIsAClients => Problems.Conflict("phone_is_a_clients", "This phone is a client's own."),
        SitterRecording.HasAccount => Problems.Conflict("has_account", "This sitter signs in already; only they change their password."),
        SitterRecording.NumberRefused refused => NumberRefusals.Of(refused.Objection),
        _ => throw new UnreachableException($"No answer for {recording.GetType().Name}."),
    };

    public static ObjectResult Of(StandingChange change) => change switch
    {
        StandingChange.Changed or StandingChange.NotFound => Problems.NotFound(),
        StandingChange.Offboarded => Problems.Conflict("sitter_offboarded", "This sitter has left."),
        StandingChange.NotOffboarded => Problems.Conflict("sitter_not_offboarded", "This sitter has not left."),
        StandingChange.SuccessorUnavailable => Problems.Conflict("successor_unavailable", "Whoever takes over must be another sitter who is active."),
        _ => throw new UnreachableException($"No answer for {change.GetType().Name}."),
    };
}
