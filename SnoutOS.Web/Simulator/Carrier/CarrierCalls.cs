using System.Xml;
using System.Xml.Linq;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>Rings the business for a phone, and hears what it has the carrier say.</summary>
public sealed class CarrierCalls(CarrierState carrier, CarrierPoster poster)
{
    /// <summary>What the caller hears before the line goes dead; null when the business could not be reached.</summary>
    public async Task<string?> CallAsync(string from, string to, CancellationToken cancellationToken = default)
    {
        var fields = CarrierForms.Call(carrier.Options, carrier.NewSid("CA"), from, to);
        var answer = await poster.AskAsync($"{carrier.Options.WebhookUrl}/voice", fields, cancellationToken);
        return answer is { IsTaken: true } ? Hear(answer.Body) : null;
    }

    private static string? Hear(string twiml)
    {
        try
        {
            return XDocument.Parse(twiml).Root?.Element("Say")?.Value;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
