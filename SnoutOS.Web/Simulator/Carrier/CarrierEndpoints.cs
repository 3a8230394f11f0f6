using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>The carrier's side of Twilio's wire format, for the calls that the product makes.</summary>
public static class CarrierEndpoints
{
    private const int MediaPage = 50;

    /// <summary>Maps the carrier below a prefix (empty for the root), which is then the product's API base address.</summary>
    public static void MapCarrier(this IEndpointRouteBuilder endpoints, string prefix)
    {
        var carrier = endpoints.MapGroup(prefix).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        // What the redirect of an attachment leads to. It asks for no credentials, as a CDN does not.
        carrier.MapGet("/content/{sid}", Content);

        var account = carrier.MapGroup("/2010-04-01/Accounts/{account}").AddEndpointFilter(LogAsync).AddEndpointFilter(AuthenticateAsync);
        account.MapPost("/Messages.json", CreateAsync);
        account.MapGet("/Messages.json", List);
        account.MapGet("/Messages/{sid}.json", (string sid, CarrierState state) =>
            state.Books.Find(sid) is { } message ? Json(200, CarrierWire.Message(state.Options, message)) : NotFound());
        account.MapGet("/Messages/{sid}/Media.json", ListMedia);
        account.MapGet("/Messages/{sid}/Media/{media}", (string sid, string media, CarrierState state) =>
            Find(state, sid, media) is null ? NotFound() : Results.Redirect($"{prefix}/content/{media}", permanent: false, preserveMethod: true));
        account.MapNumbers();
    }

    private static async ValueTask<object?> LogAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, services) = (context.HttpContext.Request, context.HttpContext.RequestServices);
        int? status = null;
        try
        {
            var result = await next(context);
            status = result is RedirectHttpResult ? StatusCodes.Status307TemporaryRedirect : (result as IStatusCodeHttpResult)?.StatusCode;
            return result;
        }
        finally
        {
            var form = request.HasFormContentType ? await request.ReadFormAsync(CancellationToken.None) : FormCollection.Empty;
            services.GetRequiredService<CarrierLog>().Add(new CarrierCrossing(
                services.GetRequiredService<TimeProvider>().GetUtcNow(), toBusiness: false, request.Method, request.Path, form["From"], form["To"], status));
        }
    }

    private static async ValueTask<object?> AuthenticateAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var options = context.HttpContext.RequestServices.GetRequiredService<CarrierState>().Options;
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}"));
        var request = context.HttpContext.Request;
        return request.Headers.Authorization == $"Basic {expected}" && Equals(request.RouteValues["account"], options.AccountSid)
            ? await next(context)
            : Json(401, CarrierWire.Error(401, 20003, "Authenticate"));
    }

    private static async Task<IResult> CreateAsync(HttpContext context, CarrierState state, TimeProvider clock)
    {
        var request = CarrierRequest.Read(await context.Request.ReadFormAsync(context.RequestAborted));
        var behavior = state.BehaviorFor(request.To ?? "");
        if (behavior.SlowDowns > 0)
        {
            return Json(429, CarrierWire.Error(429, 20429, "Too Many Requests"));
        }

        if ((CarrierRefusals.Of(request, state.Books) ?? behavior.RefuseWith) is { } code)
        {
            return Json(400, CarrierWire.Error(400, code, "The message was refused."));
        }

        var message = Accept(request, state, clock.GetUtcNow());
        state.Carry(message, behavior);
        await Task.Delay(behavior.AnswerDelay, clock, context.RequestAborted);
        return Answer(context, behavior.Answer, CarrierWire.Message(state.Options, message));
    }

    private static CarrierMessage Accept(CarrierRequest request, CarrierState state, DateTimeOffset now) => new()
    {
        Sid = state.NewSid(request.Media.Count == 0 ? "SM" : "MM"),
        FromPhone = false,
        From = request.From!,
        To = request.To!,
        Body = request.Body,
        Media = [.. request.Media.Select(url => new CarrierMedia(state.NewSid("ME"), "application/octet-stream", [], url))],
        Status = "queued",
        StatusCallback = request.StatusCallback,
        CreatedAt = now,
        UpdatedAt = now,
    };

    private static IResult Answer(HttpContext context, CarrierAnswer answer, JsonObject created) => answer switch
    {
        CarrierAnswer.Created => Json(201, created),
        CarrierAnswer.ServerError => Json(500, CarrierWire.Error(500, 20500, "Internal Server Error")),
        CarrierAnswer.Dropped => Drop(context),
    };

    private static IResult Drop(HttpContext context)
    {
        context.Abort();
        return Results.Empty;
    }

    private static IResult List(HttpRequest request, CarrierState state)
    {
        var query = request.Query;
        var (size, number) = (CarrierPages.SizeOf(query), CarrierPages.NumberOf(query));
        var newestFirst = state.Books.All.Reverse()
            .Where(message => Matches(query["To"], message.To) && Matches(query["From"], message.From) && IsSince(query["DateSent>"], message))
            .ToImmutableArray();

        // A page begins behind the message that its token names: what arrives meanwhile moves nothing.
        var token = (string?)query["PageToken"];
        var skip = token is null ? 0 : newestFirst.TakeWhile(message => "PA" + message.Sid != token).Count() + 1;
        var items = newestFirst.Skip(skip).Take(size).ToImmutableArray();

        var path = $"/2010-04-01/Accounts/{state.Options.AccountSid}/Messages.json";
        var filters = QueryString.Create(query.Where(field => field.Key is "To" or "From" or "DateSent>")).Add("PageSize", $"{size}");
        var next = skip + items.Length < newestFirst.Length
            ? path + filters.Add("Page", $"{number + 1}").Add("PageToken", "PA" + items[^1].Sid)
            : null;
        var page = new CarrierPage(number, size, path + request.QueryString, path + filters.Add("Page", "0"), next);
        return Json(200, CarrierWire.Page("messages", items.Select(message => CarrierWire.Message(state.Options, message)), page));
    }

    private static IResult ListMedia(string sid, HttpRequest request, CarrierState state)
    {
        if (state.Books.Find(sid) is not { } message)
        {
            return NotFound();
        }

        var path = $"/2010-04-01/Accounts/{state.Options.AccountSid}/Messages/{sid}/Media.json";
        var page = new CarrierPage(0, MediaPage, path + request.QueryString, $"{path}?PageSize={MediaPage}&Page=0", null);
        return Json(200, CarrierWire.Page("media_list", message.Media.Select(media => CarrierWire.Media(state.Options, message, media)), page));
    }

    private static IResult Content(string sid, CarrierState state) =>
        state.Books.All.SelectMany(message => message.Media).FirstOrDefault(media => media.Sid == sid) is { } found
            ? Results.Bytes(found.Bytes.ToArray(), found.ContentType)
            : Results.NotFound();

    private static CarrierMedia? Find(CarrierState state, string sid, string media) =>
        state.Books.Find(sid)?.Media.FirstOrDefault(item => item.Sid == media);

    private static bool Matches(string? wanted, string actual) => string.IsNullOrEmpty(wanted) || wanted == actual;

    // Only the day counts, as Twilio promises no more.
    private static bool IsSince(string? day, CarrierMessage message) =>
        !DateTimeOffset.TryParse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
        || (message.SentAt ?? message.CreatedAt) >= new DateTimeOffset(since.UtcDateTime.Date, TimeSpan.Zero);

    internal static IResult Json(int status, JsonObject body) => Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8, status);

    internal static IResult NotFound() => Json(404, CarrierWire.Error(404, 20404, "The requested resource was not found"));
}
