using Microsoft.AspNetCore.Components;
using SnoutOS.Web.Simulator.Carrier;

namespace SnoutOS.Web.Simulator;

/// <summary>The clients' side of a conversation, in Development only. Anywhere else there is no such page.</summary>
public sealed partial class SimulatorPage
{
    [Inject]
    private IHostEnvironment Host { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private bool HasCarrier => Host.IsDevelopment() && Services.GetService<CarrierState>() is not null;

    protected override void OnInitialized()
    {
        if (!Host.IsDevelopment())
        {
            Navigation.NotFound();
        }
    }
}
