using SnoutOS.Domain.Bookings;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Settings;

/// <summary>What the business offers, and how long around a visit its sitter may write.</summary>
public sealed partial class ServicesCard(ServiceBook book, CurrentUser current, ILogger<ServicesCard> logger)
{
    private IReadOnlyList<Service>? _services;
    private bool _failed;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            _services = await book.ListAsync(await current.GetAsync(), CancellationToken.None);
            _failed = false;
        }
        catch (Exception failure)
        {
            _failed = true;
            LogReadFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The services could not be read")]
    private partial void LogReadFailed(Exception failure);
}
