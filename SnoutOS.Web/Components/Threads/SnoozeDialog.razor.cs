using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>Asks how long a conversation should stay out of the owner inbox.</summary>
public sealed partial class SnoozeDialog(OwnerActs acts, CurrentUser current, OrganizationTime zoned, TimeProvider clock)
{
    private DateTime _picked;
    private string? _refusal;

    [Parameter, EditorRequired]
    public Guid ThreadId { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    protected override void OnInitialized() =>
        _picked = TimeZoneInfo.ConvertTime(SnoozeTimes.At(clock.GetUtcNow(), zoned.Zone)[^1].Until, zoned.Zone).DateTime;

    private Task PickAsync() => SnoozeAsync(SnoozeTimes.On(zoned.Zone, DateOnly.FromDateTime(_picked), TimeOnly.FromDateTime(_picked)));

    private async Task SnoozeAsync(DateTimeOffset until)
    {
        switch (await acts.SnoozeAsync(await current.GetAsync(), ThreadId, until, CancellationToken.None))
        {
            case OwnerActResult.NotAhead:
                _refusal = "Pick a time that is still to come, within 90 days.";
                break;
            case OwnerActResult.Done:
                Dialog.Close(DialogResult.Ok($"Snoozed until {zoned.Ahead(until)}."));
                break;
            case OwnerActResult.NotFound or OwnerActResult.NoSuchSitter:
                Dialog.Close(DialogResult.Ok("This conversation is no longer here."));
                break;
        }
    }
}
