using System.Diagnostics.CodeAnalysis;
using SnoutOS.Domain.Receiving;

namespace SnoutOS.Web.Twilio;

/// <summary>Reads the form of a call that is ringing. Without an id, a caller's field and a callee it is malformed.</summary>
public static class CallForm
{
    // What Twilio gives for a caller who shows no number: the word, or ANONYMOUS, BLOCKED, RESTRICTED, UNAVAILABLE, UNKNOWN on the keys.
    private static readonly HashSet<string> Withheld = new(StringComparer.OrdinalIgnoreCase)
    {
        "anonymous", "restricted", "unavailable", "unknown",
        "+266696687", "+2562533", "+7378742833", "+17378742833", "+86282452253", "+8656696",
    };

    public static bool TryRead(TwilioForm form, [NotNullWhen(true)] out InboundCall? call)
    {
        call = null;
        if (!TwilioInbound.IsId(form["CallSid"], out var sid) || form["From"] is null || TwilioText.Clean(form["To"]) is "")
        {
            return false;
        }

        var from = TwilioText.Clean(form["From"]);
        call = new InboundCall(sid, Withheld.Contains(from) ? "" : from, TwilioText.Clean(form["To"]));
        return true;
    }
}
