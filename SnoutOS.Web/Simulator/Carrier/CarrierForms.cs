using System.Globalization;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>The forms that Twilio posts, field by field.</summary>
internal static class CarrierForms
{
    private const string Version = "2010-04-01";

    public static Dictionary<string, string> Inbound(CarrierOptions options, CarrierMessage message)
    {
        var form = Common(options, message);
        form["SmsMessageSid"] = message.Sid;
        form["SmsStatus"] = "received";
        form["Body"] = message.Body;
        form["NumSegments"] = SmsSegmentsOf(message);
        form["NumMedia"] = message.Media.Length.ToString(CultureInfo.InvariantCulture);
        form["ReferralNumMedia"] = "0";
        foreach (var side in (string[])["From", "To"])
        {
            form[side + "City"] = form[side + "State"] = form[side + "Zip"] = "";
            form[side + "Country"] = "US";
        }

        var root = MediaRoot(options, message);
        foreach (var (index, media) in message.Media.Index())
        {
            form[$"MediaUrl{index}"] = $"{root}/{media.Sid}";
            form[$"MediaContentType{index}"] = media.ContentType;
        }

        return form;
    }

    public static Dictionary<string, string> Status(CarrierOptions options, CarrierMessage message, string status)
    {
        var form = Common(options, message);
        form["MessageStatus"] = form["SmsStatus"] = status;
        if (message.ErrorCode is { } code && status is "failed" or "undelivered")
        {
            form["ErrorCode"] = code.ToString(CultureInfo.InvariantCulture);
        }

        return form;
    }

    public static Dictionary<string, string> Call(CarrierOptions options, string sid, string from, string to) => new(StringComparer.Ordinal)
    {
        ["AccountSid"] = options.AccountSid,
        ["ApiVersion"] = Version,
        ["CallSid"] = sid,
        ["CallStatus"] = "ringing",
        ["Direction"] = "inbound",
        ["From"] = from,
        ["Caller"] = from,
        ["To"] = to,
        ["Called"] = to,
    };

    private static string MediaRoot(CarrierOptions options, CarrierMessage message) =>
        $"{options.ApiUrl.TrimEnd('/')}/{Version}/Accounts/{options.AccountSid}/Messages/{message.Sid}/Media";

    private static string SmsSegmentsOf(CarrierMessage message) =>
        Domain.Threads.SmsSegments.Count(message.Body).ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Common(CarrierOptions options, CarrierMessage message) => new(StringComparer.Ordinal)
    {
        ["AccountSid"] = options.AccountSid,
        ["ApiVersion"] = Version,
        ["MessageSid"] = message.Sid,
        ["SmsSid"] = message.Sid,
        ["From"] = message.From,
        ["To"] = message.To,
    };
}
