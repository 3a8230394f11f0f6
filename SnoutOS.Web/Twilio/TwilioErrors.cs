namespace SnoutOS.Web.Twilio;

/// <summary>Twilio's error codes in our words: short, and free of the numbers that its own texts repeat.</summary>
internal static class TwilioErrors
{
    private const int BadCredentials = 20003;
    private const int AccountNotActive = 20005;
    private const int AccountSuspended = 30002;

    /// <summary>Whether the code concerns every message of the account, not just this one.</summary>
    public static bool IsAboutTheAccount(int code) => code is BadCredentials or AccountNotActive or AccountSuspended;

    public static string InWords(int code) => code switch
    {
        0 => "The provider refused the request.",
        BadCredentials => "The provider does not accept the account's credentials.",
        AccountNotActive or AccountSuspended => "The provider has suspended the account.",
        21211 => "The recipient's number is not valid.",
        21212 or 21601 or 21606 or 21659 or 21660 => "The provider does not let the account send from this number.",
        21408 => "The account may not text this region.",
        21602 or 21603 or 21604 or 21619 => "The request was missing something the provider needs.",
        21608 => "The account may text verified numbers only.",
        21610 => "The recipient has opted out.",
        21611 => "Too many messages are waiting on the sending number.",
        21612 => "The recipient cannot be reached from this number.",
        21614 or 21635 => "The recipient's number cannot receive texts.",
        21617 => "The message is too long.",
        21620 or 21623 => "The provider does not take these attachments.",
        21621 => "The sending number cannot carry attachments.",
        _ => $"The provider refused the message (code {code}).",
    };
}
