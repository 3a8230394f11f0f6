using System.Diagnostics.CodeAnalysis;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Twilio;

/// <summary>
/// A status callback. <paramref name="Status"/> is null for a word that is not known here: worth keeping, not worth
/// acting on.
/// </summary>
public sealed record TwilioStatus(string MessageSid, string Word, MessageStatus? Status, int? ErrorCode)
{
    /// <summary>Reads the callback's form; without an id and a status it is malformed.</summary>
    public static bool TryRead(TwilioForm form, [NotNullWhen(true)] out TwilioStatus? status)
    {
        status = null;
        var word = TwilioText.Clean(form["MessageStatus"] ?? form["SmsStatus"]);
        if (!TwilioInbound.IsId(form["MessageSid"] ?? form["SmsSid"], out var sid) || word is "" or { Length: > 64 })
        {
            return false;
        }

        // A zero is how some callbacks write that there was no error.
        var errorCode = TwilioText.Number(form["ErrorCode"]) is > 0 and var code ? code : (int?)null;
        status = new TwilioStatus(sid, word, TwilioText.Status(word, errorCode), errorCode);
        return true;
    }
}
