using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SnoutOS.Domain.Organizations;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Bookings;

/// <summary>A business that takes bookings over the API.</summary>
internal sealed class BookingOffice(Product product, Office office)
{
    public const string Address = "/api/bookings";

    public Office Office => office;

    public static async Task<BookingOffice> OpenAsync(Product product) => new(product, await product.OpenOfficeAsync());

    public async Task<Guid> SitterAsync(string name = "Ana Silva") => (await product.App.HireAsync(office.Id, Role.Sitter, name)).SitterId!.Value;

    public async Task<Guid> NumberAsync(string kind, Guid? sitterId = null) =>
        (await (await office.PostAsync("/api/numbers", new { e164 = Businesses.NextNumber().E164, @class = kind, sitterId })).JsonAsync()).Id();

    public async Task<Guid> ClientAsync(string name = "Robin Vale", bool? recurring = null) =>
        (await (await office.PostAsync("/api/clients", new { name, phones = new[] { Businesses.NextNumber().E164 }, recurring })).JsonAsync()).Id();

    /// <summary>A booking from one instant to another, given as <c>2026-03-05T15:00Z</c>.</summary>
    public static object Form(Guid client, string startsAt, string endsAt, Guid? sitter = null, string service = "walk", string recurrence = "none", string? until = null) => new
    {
        clientId = client,
        service,
        startsAt = Time(startsAt),
        endsAt = Time(endsAt),
        recurrence,
        until,
        sitterId = sitter,
    };

    /// <summary>Instants are written short in tests.</summary>
    public static string Time(string text) =>
        text.Length == "2026-03-05T15:00Z".Length ? string.Create(CultureInfo.InvariantCulture, $"{text[..^1]}:00Z") : text;

    public async Task<JsonElement> BookAsync(object form)
    {
        var answer = await office.PostAsync(Address, form);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.JsonAsync();
    }

    public Task<HttpResponseMessage> AssignAsync(Guid booking, Guid? sitter, string scope = "visit", Guid? visit = null) =>
        office.Http.PutAsJsonAsync($"{Address}/{booking}/sitter", new { sitterId = sitter, scope, visitId = visit });

    public Task<HttpResponseMessage> MoveAsync(Guid booking, string startsAt, string endsAt, string scope = "visit", Guid? visit = null) =>
        office.Http.PutAsJsonAsync($"{Address}/{booking}/time", new { startsAt = Time(startsAt), endsAt = Time(endsAt), scope, visitId = visit });

    public Task<HttpResponseMessage> CancelAsync(Guid booking, string scope = "visit", Guid? visit = null) =>
        office.PostAsync($"{Address}/{booking}/cancel", new { scope, visitId = visit });

    public Task<HttpResponseMessage> DecideAsync(Guid booking, string outcome) =>
        office.PostAsync($"{Address}/{booking}/meet-and-greet", new { outcome });

    public Task<JsonElement> ReadAsync(Guid booking) => office.GetAsync($"{Address}/{booking}");

    public async Task RefusedAsync(object form, HttpStatusCode status, string code, string field)
    {
        var problem = await (await office.PostAsync(Address, form)).IsProblemAsync(status, code);
        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.Empty((await office.GetAsync(Address)).GetProperty("items").EnumerateArray());
    }
}

internal static class BookingShapes
{
    public static List<JsonElement> Visits(this JsonElement booking) => [.. booking.GetProperty("visits").EnumerateArray()];

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).ToString();

    /// <summary>"opens closes status", or nothing without a window.</summary>
    public static string Window(this JsonElement visit) => visit.GetProperty("window") is { ValueKind: JsonValueKind.Object } window
        ? $"{window.Text("opensAt")} {window.Text("closesAt")} {window.Text("status")}"
        : "";
}
