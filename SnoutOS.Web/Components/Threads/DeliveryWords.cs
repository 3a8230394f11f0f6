using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Components.Threads;

/// <summary>What became of a message, in words a business owner uses. The codes are the provider's.</summary>
public static class DeliveryWords
{
    /// <summary>The state itself, short.</summary>
    public static string Label(MessageStatus status) => status switch
    {
        MessageStatus.Received => "Received",
        MessageStatus.Queued => "Waiting to be sent",
        MessageStatus.Sending => "Sending",
        MessageStatus.Ambiguous => "Checking with the carrier…",
        MessageStatus.NeedsReview => "May not have been sent",
        MessageStatus.Sent => "Sent",
        MessageStatus.Delivered => "Delivered",
        MessageStatus.Undelivered => "Not delivered",
        MessageStatus.Failed => "Not sent",
        MessageStatus.Expired => "Not sent in time",
        MessageStatus.Blocked => "Held back",
        MessageStatus.Dismissed => "Held back and dismissed",
    };

    /// <summary>The icon beside the time.</summary>
    public static string Tick(MessageStatus status) => status switch
    {
        MessageStatus.Queued or MessageStatus.Sending or MessageStatus.Ambiguous => "clock",
        MessageStatus.Sent => "check",
        MessageStatus.Delivered or MessageStatus.Received => "checks",
        MessageStatus.NeedsReview or MessageStatus.Undelivered or MessageStatus.Failed or MessageStatus.Expired
            or MessageStatus.Blocked or MessageStatus.Dismissed => "alert",
    };

    /// <summary>Whether something went wrong that a person should see.</summary>
    public static bool IsTrouble(MessageStatus status) => status switch
    {
        MessageStatus.NeedsReview or MessageStatus.Undelivered or MessageStatus.Failed or MessageStatus.Expired => true,
        MessageStatus.Received or MessageStatus.Queued or MessageStatus.Sending or MessageStatus.Ambiguous or MessageStatus.Sent
            or MessageStatus.Delivered or MessageStatus.Blocked or MessageStatus.Dismissed => false,
    };

    /// <summary>Why it went wrong and what helps; null where nothing did.</summary>
    public static string? Reason(MessageStatus status, int? errorCode) => status switch
    {
        MessageStatus.NeedsReview => "We could not find out whether it left. Ask before you send it twice.",
        MessageStatus.Expired => "It waited too long and was not sent, so that it would not arrive at a bad time.",
        MessageStatus.Undelivered or MessageStatus.Failed => Explain(errorCode),
        MessageStatus.Received or MessageStatus.Queued or MessageStatus.Sending or MessageStatus.Ambiguous or MessageStatus.Sent
            or MessageStatus.Delivered or MessageStatus.Blocked or MessageStatus.Dismissed => null,
    };

    private static string Explain(int? errorCode) => errorCode switch
    {
        21610 => "They opted out of texts from this number. They can text START to it to come back.",
        21211 => "That phone number does not exist. Check it on the client's card.",
        21614 or 30006 => "That is a landline or cannot get texts. Call them, or ask for a cell number.",
        21635 => "That is a landline. Call them, or ask for a cell number.",
        21408 => "Texts to that country are switched off for your account.",
        21606 or 21659 or 21660 or 21601 or 21212 => "This number cannot send texts at the moment. Your texting account needs a look.",
        21608 => "Your texting account is not approved to write to this phone yet.",
        21611 or 30001 => "Too many texts were waiting on this number. Try again a little later.",
        21612 => "This phone cannot be reached from this number. Try another way to contact them.",
        21617 => "The text is too long. Split it in two.",
        21621 or 30011 => "Pictures cannot be sent to this phone. Send the text without it.",
        30002 or 20003 => "Your texting account is not active. Nothing can be sent until that is settled.",
        30003 => "Their phone is off or out of reach. Try again later.",
        30004 => "Their phone or carrier blocks texts from this number.",
        30005 => "That number is not in service. Check it on the client's card.",
        30007 => "The carrier filtered it as unwanted. Write it differently, without links.",
        30008 => "The carrier could not deliver it and did not say why. Try again in a while.",
        30019 => "The attachment is too large for their carrier.",
        30022 => "The carrier asked us to slow down. Try again in a few minutes.",
        30023 => "Today's limit of the carrier is used up. Try again tomorrow.",
        30032 or 30034 => "This number is not registered with the carriers yet, so they refuse its texts.",
        30036 => "It waited too long and was not sent.",
        30450 => "The carrier blocked texts to this area to prevent fraud.",
        null or 0 => "The carrier refused it and did not say why.",
        _ => $"The carrier refused it (code {errorCode}).",
    };
}
