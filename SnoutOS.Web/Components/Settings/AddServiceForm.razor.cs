using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Bookings;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Settings;

/// <summary>Puts a service on the list, with the usual buffers.</summary>
public sealed partial class AddServiceForm(ServiceBook book, CurrentUser current, ISnackbar toasts)
{
    private string _name = "";
    private string? _refusal;

    [Parameter]
    public EventCallback OnAdded { get; set; }

    private async Task AddAsync()
    {
        var verdict = await book.AddAsync(await current.GetAsync(), _name, Buffers.Usual, CancellationToken.None);
        _refusal = ServiceWords.Of(verdict);
        if (verdict is ServiceVerdict.Done done)
        {
            _name = "";
            toasts.Add($"{done.Service.Name} is on your list.");
            await OnAdded.InvokeAsync();
        }
    }
}
