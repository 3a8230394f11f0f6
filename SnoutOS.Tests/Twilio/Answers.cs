using Microsoft.AspNetCore.Http;

namespace SnoutOS.Tests.Twilio;

/// <summary>Answers for a <see cref="LoopbackApi"/>.</summary>
internal static class Answers
{
    public const string Sid = "SM00000000000000000000000000000001";

    public static RequestDelegate Json(int status, string json, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(json);
    };

    public static RequestDelegate Bytes(byte[] bytes, string type = "application/octet-stream") => async context =>
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(bytes);
    };

    public static RequestDelegate Redirect(string location) => context =>
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    };

    public static RequestDelegate Created(string status = "queued") => Message(201, status);

    public static RequestDelegate Known { get; } = Message(200, "sent");

    private static RequestDelegate Message(int code, string status) =>
        Json(code, $$"""{"sid":"{{Sid}}","status":"{{status}}","num_segments":"1","error_code":null,"unheard_of":{"a":[1]} }""");

    public static RequestDelegate Error(int status, int code) =>
        Json(status, $$"""{"code":{{code}},"message":"The 'To' number +12125550142 is bad.","more_info":"","status":{{status}} }""");

    public static RequestDelegate Reset { get; } = context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Announces more than it says, and hangs up.</summary>
    public static RequestDelegate CutShort(int status, string json) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = json.Length + 100;
        await context.Response.WriteAsync(json);
    };

    /// <summary>Says nothing until the client hangs up.</summary>
    public static async Task Silence(HttpContext context)
    {
        var over = new TaskCompletionSource();
        await using var hangUp = context.RequestAborted.Register(() => over.SetResult());
        await over.Task;
    }
}
