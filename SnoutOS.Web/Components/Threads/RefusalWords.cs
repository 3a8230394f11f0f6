using System.Diagnostics;
using SnoutOS.Domain.Sending;
using SnoutOS.Web.Components.Sitting;

namespace SnoutOS.Web.Components.Threads;

/// <summary>Why a text stays in the box, in one friendly sentence; where the conversation goes on, if it does.</summary>
/// <param name="OffersOffice">Whether the office is the next thing to think of.</param>
public sealed record Refusal(string Sentence, Guid? ContinueOnThreadId = null, bool OffersOffice = false);

public static class RefusalWords
{
    /// <summary>Null when the message was taken.</summary>
    public static Refusal? Of(SendVerdict verdict) => verdict switch
    {
        SendVerdict.Queued => null,
        SendVerdict.BodyEmpty => new Refusal("There is nothing to send yet. Write something or add a picture."),
        SendVerdict.BodyTooLong(var length) =>
            new Refusal($"That is {length - MessageSender.MaxBodyLength:N0} characters too long for a text. Split it in two."),
        SendVerdict.AttachmentRefused(var reason) => new Refusal(reason),
        SendVerdict.ThreadNotFound => new Refusal("This conversation is no longer here."),
        SendVerdict.KeyReused => new Refusal("That did not go through. Please send it again."),
        SendVerdict.SitterLocked => new Refusal("Your messaging is paused. Please talk to the office."),
        SendVerdict.WindowClosed => new Refusal("Your visit's time for texting is over. Your text is kept; you can tell the office."),
        SendVerdict.NumberInactive({ } threadId) =>
            new Refusal("This number is no longer in use for this client. Your text is kept.", threadId),
        SendVerdict.NumberInactive => new Refusal("This number is no longer in use, so nothing can be sent from it."),
        SendVerdict.RecipientOptedOut(ThisNumberOnly: true) =>
            new Refusal("They opted out of texts from this number. They can text START to it to come back."),
        SendVerdict.RecipientOptedOut => new Refusal("They opted out of your texts. They can text START to come back."),
        SendVerdict.NoPhone => new Refusal("There is no phone number to write to. Add one on the client's card."),
        SendVerdict.BillingFrontDeskOnly => new Refusal("Messages about money leave from the front desk number only."),
        SendVerdict.Blocked(_, var standing) => new Refusal(BlockedWords.Of(standing), OffersOffice: true),
        SendVerdict.NotRetryable => new Refusal("That message was sent again already."),
        _ => throw new UnreachableException(),
    };
}
