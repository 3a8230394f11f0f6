using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SnoutOS.Web.Api.Description;

namespace SnoutOS.Web.Api;

/// <summary>The API's manners: JSON in, JSON out, and every refusal a problem with a code.</summary>
public static class ApiServices
{
    private static readonly PathString[] Roots = ["/api", "/openapi"];

    /// <summary>Parameters whose refusal has a code of its own.</summary>
    private static readonly string[] Named = ["limit", "hours", "weeks", "sitter"];

    public static bool IsApi(this HttpRequest request) =>
        Array.Exists(Roots, root => request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.AddRateLimits();
        builder.Services.AddApiDescription();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context => Problems.Complete(context.ProblemDetails));
        builder.Services
            .AddControllers(options =>
            {
                options.ModelBinderProviders.Insert(0, new Instants.Binder());

                // The API takes JSON. The one form, the webhook's, is read raw, because its very bytes are signed.
                options.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
                options.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
                options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            })
            .AddJsonOptions(options => ApiJson.Configure(options.JsonSerializerOptions))
            .ConfigureApiBehaviorOptions(options => options.InvalidModelStateResponseFactory = InvalidRequest);
    }

    /// <summary>Comes first in the pipeline, so that whatever refuses or fails behind it answers as a problem.</summary>
    public static void UseApi(this WebApplication app) => app.UseWhen(
        context => context.Request.IsApi(),
        api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = AnswerFailureAsync,
                SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
            });
            api.UseStatusCodePages(context => Problems.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        });

    public static void MapApi(this WebApplication app)
    {
        app.MapControllers();
        app.MapApiDescription();
    }

    /// <summary>Details stay in the log. What the caller did wrong while sending keeps its own status.</summary>
    private static Task AnswerFailureAsync(HttpContext context) =>
        Problems.WriteAsync(context, context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
            ? bad.StatusCode
            : StatusCodes.Status500InternalServerError);

    private static ObjectResult InvalidRequest(ActionContext context)
    {
        var errors = context.ModelState
            .Where(entry => entry.Value is { Errors.Count: > 0 })
            .ToDictionary(
                entry => entry.Key.TrimStart('$', '.'),
                entry => entry.Value!.Errors.Select(Explain).ToArray(),
                StringComparer.Ordinal);
        return Array.Find(Named, errors.ContainsKey) is { } name
            ? Problems.Of(StatusCodes.Status400BadRequest, $"invalid_{name}", errors[name][0])
            : Problems.Invalid("The request could not be understood.", ("errors", errors));
    }

    /// <summary>The serializer's own messages name our types and positions, which helps nobody outside.</summary>
    private static string Explain(ModelError error) =>
        error.ErrorMessage is { Length: > 0 } message && !message.Contains("Path: $", StringComparison.Ordinal)
            ? message
            : "This value is not valid here.";
}
