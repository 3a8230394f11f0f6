using System.Diagnostics;
using OpenTelemetry;
using SnoutOS.Web.Observability.Logging;

namespace SnoutOS.Web.Observability.Telemetry;

/// <summary>
/// Before a span is exported: no query of any address, because the provider's lists are asked for by number, and no
/// telephone number in whatever text is left. Exceptions are never recorded on spans, since an event cannot be changed.
/// </summary>
public sealed class NumberFreeSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (value is string text && Clean(name, text) is var clean && !ReferenceEquals(clean, text))
            {
                data.SetTag(name, clean);
            }
        }

        data.DisplayName = NumberNet.Mask(data.DisplayName);
        if (data.StatusDescription is { } description)
        {
            data.SetStatus(data.Status, NumberNet.Mask(description));
        }
    }

    private static string? Clean(string name, string text) => name switch
    {
        "url.query" => null,
        "url.full" or "http.url" or "http.target" => NumberNet.Mask(WithoutQuery(text)),
        _ => NumberNet.Mask(text),
    };

    private static string WithoutQuery(string address) =>
        address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var start ? address[..start] : address;
}
