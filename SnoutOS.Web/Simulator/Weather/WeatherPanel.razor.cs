using System.Globalization;
using Microsoft.AspNetCore.Components;
using SnoutOS.Web.Simulator.Carrier;

namespace SnoutOS.Web.Simulator.Weather;

/// <summary>Tells the carrier what shall go wrong: with the next message out, or with every text in.</summary>
public sealed partial class WeatherPanel
{
    private int _send;
    private int _callbacks;

    /// <summary>How texts from phones reach the webhook.</summary>
    [Parameter, EditorRequired]
    public CarrierBehavior Webhook { get; set; } = null!;

    [Parameter]
    public EventCallback<CarrierBehavior> WebhookChanged { get; set; }

    [Inject]
    private CarrierState Carrier { get; set; } = null!;

    private void Order() => Carrier.BehaveNext(CarrierWeather.Of(CarrierWeather.Sends[_send], CarrierWeather.Callbacks[_callbacks]));

    private Task ChooseAsync(ChangeEventArgs chosen) =>
        WebhookChanged.InvokeAsync(CarrierWeather.Webhooks[int.Parse((string)chosen.Value!, CultureInfo.InvariantCulture)]);
}
