using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Components.Numbers;

/// <summary>What is to be known of a number at the provider, in words a business owner uses.</summary>
public static class ProviderWords
{
    public static string Webhook(WebhookState state) => state switch
    {
        WebhookState.Unchecked => "Not checked",
        WebhookState.Right => "Connected",
        WebhookState.Wrong => "Not connected",
        WebhookState.NotTheirs => "Not in your account",
    };

    public static string Explain(WebhookState state) => state switch
    {
        WebhookState.Unchecked => "We have not asked the provider yet where its texts go.",
        WebhookState.Right => "Its texts and calls come here.",
        WebhookState.Wrong => "Its texts or calls go somewhere else. Connect it, and they come here.",
        WebhookState.NotTheirs => "The provider's account has no such number, so nothing can be sent from it.",
    };

    public static string Tone(WebhookState state) => state switch
    {
        WebhookState.Unchecked or WebhookState.Right => "",
        WebhookState.Wrong => "warm",
        WebhookState.NotTheirs => "danger",
    };

    public static string Standing(ImportStanding standing) => standing switch
    {
        ImportStanding.New => "New",
        ImportStanding.Ours => "Yours already",
        ImportStanding.AClients => "A client's own phone",
        ImportStanding.NoTexts => "Cannot text",
    };

    public static string Explain(NumberImportResult result) => result switch
    {
        NumberImportResult.Imported => "Imported.",
        NumberImportResult.NotTheirs => "One of these numbers is no longer in the account. Look again.",
        NumberImportResult.Refused refused => $"One of these numbers cannot be imported: {Standing(refused.Standing).ToLowerInvariant()}.",
        NumberImportResult.FrontDeskExists => "There is one front desk number, and you have it.",
        NumberImportResult.NotForSitters => "Import it for the pool first, then give it to the sitter.",
        _ => throw new System.Diagnostics.UnreachableException($"No word for {result.GetType().Name}."),
    };
}
