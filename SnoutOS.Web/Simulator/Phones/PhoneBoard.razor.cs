using Microsoft.AspNetCore.Components;
using SnoutOS.Web.Simulator.Carrier;
using SnoutOS.Web.Simulator.Weather;

namespace SnoutOS.Web.Simulator.Phones;

/// <summary>All phones on a shelf, up to three of them in hand, and the carrier's weather beside them.</summary>
public sealed partial class PhoneBoard : IDisposable
{
    /// <summary>How many fit side by side.</summary>
    private const int MostOpen = 3;

    private readonly List<Phone> _open = [];
    private PhoneShelf _shelf = PhoneShelf.Empty;
    private CarrierBehavior _webhook = CarrierWeather.Webhooks[0];
    private IDisposable? _texts;
    private IDisposable? _crossings;
    private bool _isLoaded;

    [Inject]
    private PhoneBook Book { get; set; } = null!;

    [Inject]
    private CarrierState Carrier { get; set; } = null!;

    public void Dispose()
    {
        _texts?.Dispose();
        _crossings?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        // Watched before it is read, so that nothing falls in between.
        _texts = Carrier.Watch(_ => Render());
        _crossings = Carrier.Log.Watch(Render);
        _shelf = await Book.ReadAsync(CancellationToken.None);
        _open.AddRange(_shelf.Phones.Take(MostOpen));
        _isLoaded = true;
    }

    private void Render() => _ = InvokeAsync(StateHasChanged);

    /// <summary>The one that was picked up last comes first; a small screen shows that one alone.</summary>
    private void Open(Phone phone)
    {
        _open.Remove(phone);
        _open.Insert(0, phone);
        if (_open.Count > MostOpen)
        {
            _open.RemoveAt(MostOpen);
        }
    }

    private void OpenStranger()
    {
        var stranger = PhoneBook.NextStranger(_shelf);
        _shelf = _shelf with { Phones = [.. _shelf.Phones, stranger] };
        Open(stranger);
    }
}
