using System.Globalization;
using System.Net;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Web.Twilio;

/// <summary>
/// The body of a create request, which remembers whether its bytes were asked for. Until then nothing that Twilio
/// could act on has left this machine, whatever the exception says.
/// </summary>
internal sealed class CreateForm(IEnumerable<KeyValuePair<string, string>> fields) : FormUrlEncodedContent(fields)
{
    private const int ShortestValidity = 60;
    private const int LongestValidity = 36_000;

    public bool Left { get; private set; }

    public static CreateForm For(OutboundSms sms, TwilioOptions options) => new(
    [
        new("To", sms.To.E164),
        new("From", sms.From.E164),
        new("Body", sms.Body),
        .. sms.Media.Select(address => KeyValuePair.Create("MediaUrl", address.AbsoluteUri)),
        new("StatusCallback", options.StatusCallbackUrl(sms.MessageId)),
        new("ValidityPeriod", Seconds(sms.Validity)),
    ]);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Left = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }

    private static string Seconds(TimeSpan validity) =>
        Math.Clamp(Math.Floor(validity.TotalSeconds), ShortestValidity, LongestValidity).ToString("0", CultureInfo.InvariantCulture);
}
