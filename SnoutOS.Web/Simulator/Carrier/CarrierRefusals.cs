using Microsoft.Extensions.Primitives;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>Why Twilio would refuse a create request: its error code, or null. Its test numbers mean what they mean there.</summary>
internal static class CarrierRefusals
{
    public static int? Of(CarrierRequest request, CarrierBooks books) => request switch
    {
        { To: null } => 21604,
        { From: null } => 21603,
        { To: "+15005550001" } => 21211,
        { To: "+15005550002" } => 21612,
        { To: "+15005550003" } => 21408,
        { To: "+15005550004" } => 21610,
        { To: "+15005550009" } => 21614,
        { From: "+15005550001" } => 21212,
        { From: "+15005550007" } => 21606,
        { From: "+15005550008" } => 21611,
        _ when !Domain.Phones.PhoneNumber.TryParse(request.To, out _) => 21211,
        _ when !Domain.Phones.PhoneNumber.TryParse(request.From, out _) => 21212,
        _ when request.From == request.To => 21266,
        { Body: "", Media: [] } => 21619,
        { Body.Length: > 1600 } => 21617,
        { Media.Count: > 10 } => 21623,
        _ when request.StatusCallback is { } url && !IsCallable(url) => 21609,
        _ when books.IsOptedOut(request.From!, request.To!) => 21610,
        _ => null,
    };

    private static bool IsCallable(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && parsed.Scheme is "http" or "https" && !parsed.Host.Contains('_', StringComparison.Ordinal);
}

/// <summary>A create request, its keys told apart by case as Twilio tells them.</summary>
internal sealed record CarrierRequest(string? To, string? From, string Body, IReadOnlyList<string> Media, string? StatusCallback)
{
    public static CarrierRequest Read(IFormCollection form)
    {
        var fields = form.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        return new CarrierRequest(
            Value("To"), Value("From"), Value("Body") ?? "",
            [.. fields.GetValueOrDefault("MediaUrl").Where(url => !string.IsNullOrEmpty(url)).Select(url => url!)],
            Value("StatusCallback"));

        string? Value(string key) => fields.GetValueOrDefault(key) is { Count: > 0 } values && values[^1] is { Length: > 0 } value ? value : null;
    }
}
