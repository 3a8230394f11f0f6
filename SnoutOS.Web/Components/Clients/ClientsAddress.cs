using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Components.Inbox;

namespace SnoutOS.Web.Components.Clients;

/// <summary>
/// The addresses of the page of clients. Whom it shows and whose card is open lives in the address; a search that could
/// be a phone number never does.
/// </summary>
public static class ClientsAddress
{
    public static string Of(ClientView view, string search, Guid? clientId = null)
    {
        string[] query =
        [
            .. view switch
            {
                ClientView.Clients => Array.Empty<string>(),
                ClientView.Contacts => ["show=contacts"],
                ClientView.Spam => ["show=spam"],
            },
            .. search.Length > 0 && InboxAddress.MayBeShown(search) ? [$"q={Uri.EscapeDataString(search)}"] : Array.Empty<string>(),
            .. clientId is { } id ? [$"client={id}"] : Array.Empty<string>(),
        ];
        return query.Length == 0 ? "clients" : $"clients?{string.Join('&', query)}";
    }

    /// <summary>Whether an address is one at which this client's card is open.</summary>
    public static bool IsOfCard(string address, Guid clientId) =>
        address.StartsWith("clients?", StringComparison.OrdinalIgnoreCase) && address.Contains($"client={clientId}", StringComparison.OrdinalIgnoreCase);

    public static ClientView View(string? show) => show switch
    {
        "contacts" => ClientView.Contacts,
        "spam" => ClientView.Spam,
        _ => ClientView.Clients,
    };
}
