using System.Globalization;
using System.Text.Json.Nodes;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>The account's numbers, in Twilio's wire format: list them, and say where their texts and calls go.</summary>
internal static class NumberEndpoints
{
    private const string Path = "/IncomingPhoneNumbers";

    public static void MapNumbers(this IEndpointRouteBuilder account)
    {
        account.MapGet($"{Path}.json", List);
        account.MapPost($"{Path}/{{sid}}.json", ChangeAsync);
    }

    private static IResult List(HttpRequest request, CarrierState state)
    {
        var query = request.Query;
        var size = CarrierPages.SizeOf(query);
        var number = CarrierPages.NumberOf(query);
        var wanted = (string?)query["PhoneNumber"] ?? "";
        var found = state.Numbers.All.FindAll(item => item.Address.Contains(wanted, StringComparison.Ordinal));
        var items = found.Skip(number * size).Take(size);

        var path = $"/2010-04-01/Accounts/{state.Options.AccountSid}{Path}.json";
        var filters = QueryString.Create(query.Where(field => field.Key is "PhoneNumber")).Add("PageSize", $"{size}");
        var next = (number + 1) * size < found.Count ? path + filters.Add("Page", $"{number + 1}").Add("PageToken", $"PA{number + 1}") : null;
        var page = new CarrierPage(number, size, path + request.QueryString, path + filters.Add("Page", "0"), next);
        return CarrierEndpoints.Json(200, CarrierWire.Page("incoming_phone_numbers", items.Select(item => Wire(state.Options, item)), page));
    }

    private static async Task<IResult> ChangeAsync(string sid, HttpContext context, CarrierState state)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var changed = state.Numbers.Change(sid, number => number with
        {
            SmsUrl = (string?)form["SmsUrl"] ?? number.SmsUrl,
            SmsMethod = (string?)form["SmsMethod"] ?? number.SmsMethod,
            VoiceUrl = (string?)form["VoiceUrl"] ?? number.VoiceUrl,
            VoiceMethod = (string?)form["VoiceMethod"] ?? number.VoiceMethod,
        });
        return changed is null ? CarrierEndpoints.NotFound() : CarrierEndpoints.Json(200, Wire(state.Options, changed));
    }

    private static JsonObject Wire(CarrierOptions options, CarrierNumber number) => new()
    {
        ["sid"] = number.Sid,
        ["account_sid"] = options.AccountSid,
        ["friendly_name"] = number.Address,
        ["phone_number"] = number.Address,
        ["capabilities"] = new JsonObject { ["voice"] = true, ["sms"] = true, ["mms"] = true, ["fax"] = false },
        ["sms_url"] = number.SmsUrl,
        ["sms_method"] = number.SmsMethod,
        ["sms_fallback_url"] = null,
        ["sms_fallback_method"] = "POST",
        ["sms_application_sid"] = null,
        ["voice_url"] = number.VoiceUrl,
        ["voice_method"] = number.VoiceMethod,
        ["voice_fallback_url"] = null,
        ["voice_fallback_method"] = "POST",
        ["voice_application_sid"] = null,
        ["voice_caller_id_lookup"] = false,
        ["voice_receive_mode"] = "voice",
        ["status_callback"] = null,
        ["status_callback_method"] = "POST",
        ["trunk_sid"] = null,
        ["address_sid"] = null,
        ["address_requirements"] = "none",
        ["identity_sid"] = null,
        ["bundle_sid"] = null,
        ["emergency_status"] = "Active",
        ["emergency_address_sid"] = null,
        ["emergency_address_status"] = "unregistered",
        ["beta"] = false,
        ["origin"] = "twilio",
        ["status"] = "in-use",
        ["api_version"] = "2010-04-01",
        ["date_created"] = CarrierWire.Date(number.RentedAt),
        ["date_updated"] = CarrierWire.Date(number.RentedAt),
        ["uri"] = $"/2010-04-01/Accounts/{options.AccountSid}{Path}/{number.Sid}.json",
    };
}

/// <summary>What a list was asked for: which page, and how long a page is.</summary>
internal static class CarrierPages
{
    private const int DefaultSize = 50;
    private const int LargestSize = 1000;

    public static int SizeOf(IQueryCollection query) => Math.Clamp(Number(query["PageSize"], DefaultSize), 1, LargestSize);

    public static int NumberOf(IQueryCollection query) => Number(query["Page"], 0);

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
