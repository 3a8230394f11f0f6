using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Web.Twilio;

/// <summary>
/// A text message as Twilio's webhook tells it. <paramref name="From"/> need not be a phone number: short codes and
/// names text too, and an anonymous sender is empty.
/// </summary>
/// <param name="OptOutType">STOP, START or HELP when Twilio's own opt-out handling recognized the message.</param>
public sealed record InboundForm(
    string MessageSid,
    string AccountSid,
    string From,
    string To,
    string Body,
    ImmutableArray<ProviderMedia> Media,
    string? OptOutType,
    int? Segments)
{
    public InboundText ToInboundText() => new(
        MessageSid, From, To, Body, [.. Media.Select(media => new InboundMedia(media.Url, media.ContentType))], OptOutType, Segments ?? 1);
}

/// <summary>Reads the webhook's form. Without an id, a sender field and a receiver it is malformed.</summary>
public static class TwilioInbound
{
    private const string MediaUrl = "MediaUrl";

    public static bool TryRead(TwilioForm form, [NotNullWhen(true)] out InboundForm? inbound)
    {
        inbound = null;
        if (!IsId(form["MessageSid"], out var sid) || form["From"] is null || TwilioText.Clean(form["To"]) is "")
        {
            return false;
        }

        inbound = new InboundForm(
            sid,
            TwilioText.Clean(form["AccountSid"]),
            TwilioText.Clean(form["From"]),
            TwilioText.Clean(form["To"]),
            TwilioText.Clean(form["Body"]),
            Media(form),
            form["OptOutType"]?.ToUpperInvariant() is "STOP" or "START" or "HELP" ? form["OptOutType"]!.ToUpperInvariant() : null,
            TwilioText.Number(form["NumSegments"]));
        return true;
    }

    internal static bool IsId(string? text, [NotNullWhen(true)] out string? id)
    {
        id = text is { Length: > 0 and <= 64 } && text.All(char.IsAsciiLetterOrDigit) ? text : null;
        return id is not null;
    }

    // What arrived counts, whatever NumMedia says.
    private static ImmutableArray<ProviderMedia> Media(TwilioForm form) =>
    [
        .. from field in form.Fields
           where field.Key.StartsWith(MediaUrl, StringComparison.Ordinal) && field.Value.Length > 0
           let position = TwilioText.Number(field.Key[MediaUrl.Length..])
           where position is not null
           orderby position
           select new ProviderMedia(TwilioText.Clean(field.Value), TwilioText.Clean(form[$"MediaContentType{position}"])),
    ];
}
