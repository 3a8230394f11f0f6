using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace SnoutOS.Web.Api;

/// <summary>Refusals of the API as RFC 9457 problem details. Callers read the stable <c>code</c>, people the detail.</summary>
public static class Problems
{
    public const string MediaType = "application/problem+json";

    public const string FeatureOffCode = "feature_off";
    public const string FeatureOffDetail = "This feature is switched off.";

    private const string CodeKey = "code";

    /// <summary>The answer of a controller. Extensions are written beside the code, in camel case.</summary>
    public static ObjectResult Of(int status, string code, string detail, params (string Name, object? Value)[] extensions) =>
        new(Details(status, code, detail, extensions)) { StatusCode = status, ContentTypes = { MediaType } };

    /// <summary>Of another organization, of another sitter or nowhere at all: always the same answer.</summary>
    public static ObjectResult NotFound() => Of(StatusCodes.Status404NotFound, "not_found", DetailOf(StatusCodes.Status404NotFound));

    public static ObjectResult Forbidden() => Of(StatusCodes.Status403Forbidden, "forbidden", DetailOf(StatusCodes.Status403Forbidden));

    public static ObjectResult Conflict(string code, string detail, params (string Name, object? Value)[] extensions) =>
        Of(StatusCodes.Status409Conflict, code, detail, extensions);

    /// <summary>Names the place of a telephone number that could not be read, and never repeats what stood there.</summary>
    public static ObjectResult InvalidPhone(string field, int? index = null) => Of(
        StatusCodes.Status400BadRequest,
        "invalid_phone",
        "That is not a telephone number.",
        index is null ? [("field", field)] : [("field", field), ("index", index)]);

    public static ObjectResult ReasonRequired() =>
        Of(StatusCodes.Status400BadRequest, "reason_required", "Say why: the audit log keeps your reason.");

    public static ObjectResult InvalidCursor() =>
        Of(StatusCodes.Status400BadRequest, "invalid_cursor", "The cursor is not one that this list gave out.");

    public static ObjectResult Invalid(string detail, params (string Name, object? Value)[] extensions) =>
        Of(StatusCodes.Status400BadRequest, "invalid_request", detail, extensions);

    /// <summary>The answer of middleware, in the words that belong to the status.</summary>
    public static Task WriteAsync(HttpContext context, int status) => WriteAsync(context, status, CodeOf(status), DetailOf(status));

    public static Task WriteAsync(HttpContext context, int status, string code, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            Details(status, code, detail, []), ApiJson.Options, MediaType, context.RequestAborted);
    }

    /// <summary>Gives a problem that the framework made the code that belongs to its status.</summary>
    public static void Complete(ProblemDetails problem)
    {
        var status = problem.Status ?? StatusCodes.Status500InternalServerError;
        problem.Type = null;
        problem.Extensions.Remove("traceId");
        problem.Extensions.TryAdd(CodeKey, CodeOf(status));
        problem.Detail ??= DetailOf(status);
    }

    private static ProblemDetails Details(int status, string code, string detail, (string Name, object? Value)[] extensions)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Detail = detail,
            Extensions = { [CodeKey] = code },
        };
        foreach (var (name, value) in extensions)
        {
            problem.Extensions[name] = value;
        }

        return problem;
    }

    private static string CodeOf(int status) => status switch
    {
        400 => "invalid_request",
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not_found",
        405 => "method_not_allowed",
        406 => "not_acceptable",
        413 => "body_too_large",
        415 => "unsupported_media_type",
        429 => "rate_limited",
        503 => "unavailable",
        >= 500 => "internal_error",
        _ => "refused",
    };

    private static string DetailOf(int status) => status switch
    {
        400 => "The request could not be understood.",
        401 => "Sign in first: send a valid bearer token.",
        403 => "You are signed in, but this is not yours to do.",
        404 => "There is nothing here.",
        405 => "This address does not take that method.",
        406 => "This address answers with JSON.",
        413 => "The request is too large.",
        415 => "This address does not take that content type.",
        429 => "Too many requests. Try again a little later.",
        503 => "The product cannot do this right now. Try again shortly.",
        >= 500 => "Something went wrong on our side.",
        _ => "The request was refused.",
    };
}
