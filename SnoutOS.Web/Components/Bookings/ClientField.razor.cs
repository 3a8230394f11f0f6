using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SnoutOS.Domain.Bookings;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>A client, found by typing a part of their name or their pets'.</summary>
public sealed partial class ClientField(BookableClients clients, CurrentUser current)
{
    private const int MostFound = 8;

    private IReadOnlyList<BookableClient> _found = [];
    private string _text = "";
    private int _at;
    private bool _isOpen;

    [Parameter]
    public BookableClient? Value { get; set; }

    [Parameter]
    public EventCallback<BookableClient?> ValueChanged { get; set; }

    [Parameter]
    public BookingVerdict? Verdict { get; set; }

    /// <summary>The form was sent off without a client.</summary>
    [Parameter]
    public bool IsMissing { get; set; }

    /// <summary>Enter takes the client at hand rather than sending the form; says whether it did.</summary>
    public async Task<bool> TakeAsync()
    {
        if (!_isOpen || _found.Count == 0)
        {
            return false;
        }

        await PickAsync(_found[_at]);
        return true;
    }

    private static string OptionId(int index) => $"booking-client-{index.ToString(CultureInfo.InvariantCulture)}";

    private void Close() => _isOpen = false;

    private async Task SearchAsync()
    {
        var text = _text;
        var found = await clients.FindAsync(await current.GetAsync(), text, MostFound, CancellationToken.None);
        if (text != _text)
        {
            return;
        }

        (_found, _at, _isOpen) = (found, 0, true);
        if (Value is { } picked && picked.Name != text)
        {
            await ValueChanged.InvokeAsync(null);
        }
    }

    private async Task PickAsync(BookableClient client)
    {
        (_text, _isOpen) = (client.Name, false);
        await ValueChanged.InvokeAsync(client);
    }

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        if (key.Key is "ArrowDown" or "ArrowUp" && !_isOpen)
        {
            await SearchAsync();
        }
        else if (key.Key is "ArrowDown")
        {
            _at = Math.Min(_at + 1, Math.Max(_found.Count - 1, 0));
        }
        else if (key.Key is "ArrowUp")
        {
            _at = Math.Max(_at - 1, 0);
        }
    }
}
