using SnoutOS.Domain.Inbox;

namespace SnoutOS.Web.Components.Inbox;

/// <summary>
/// The addresses of the inbox. What is selected and how the list is narrowed lives in the address, so that reload, back
/// and share work; a search that could be a phone number never does.
/// </summary>
public static class InboxAddress
{
    private const int DigitsOfAPhone = 5;

    public static string Of(Guid? threadId, InboxView view, string search)
    {
        var path = threadId is { } id ? $"messages/{id}" : "messages";
        string[] query =
        [
            .. view is InboxView.NeedsOwner ? ["inbox=owner"] : Array.Empty<string>(),
            .. search.Length > 0 && MayBeShown(search) ? [$"q={Uri.EscapeDataString(search)}"] : Array.Empty<string>(),
        ];
        return query.Length == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    public static bool MayBeShown(string search) => search.Count(char.IsDigit) < DigitsOfAPhone;

    public static InboxView View(string? inbox) => inbox is "owner" ? InboxView.NeedsOwner : InboxView.All;
}
