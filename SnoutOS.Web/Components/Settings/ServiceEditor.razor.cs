using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Settings;

/// <summary>One service and its buffers. What a change would do is shown before it is done.</summary>
public sealed partial class ServiceEditor(ServiceBook book, SnoutDb database, CurrentUser current, OrganizationTime time, ISnackbar toasts)
{
    private Service? _shown;
    private int? _before;
    private int? _after;
    private IReadOnlyList<WindowShift>? _shifts;
    private string? _refusal;
    private ElementReference _name;

    [Parameter, EditorRequired]
    public Service Service { get; set; } = null!;

    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>An empty field is as impossible as one below nothing.</summary>
    private Buffers Wanted => new(_before ?? -1, _after ?? -1);

    private bool HasChanged => Wanted != new Buffers(Service.PreBufferMinutes, Service.PostBufferMinutes);

    protected override void OnParametersSet()
    {
        // What somebody has typed stays while the others are read again.
        if (_shown is null || (_shown.PreBufferMinutes, _shown.PostBufferMinutes) != (Service.PreBufferMinutes, Service.PostBufferMinutes))
        {
            Restore();
        }

        _shown = Service;
    }

    private void Restore()
    {
        (_before, _after) = (Service.PreBufferMinutes, Service.PostBufferMinutes);
        Forget();
    }

    /// <summary>A preview is one of these minutes, not of others.</summary>
    private void Forget() => (_shifts, _refusal) = (null, null);

    private async Task AskAsync()
    {
        var actor = await current.GetAsync();
        await time.LoadAsync(database, actor.OrganizationId, CancellationToken.None);
        Show(await book.PreviewAsync(actor, Service.Code, Wanted, CancellationToken.None));
    }

    private async Task SaveAsync()
    {
        var verdict = await book.ChangeAsync(await current.GetAsync(), Service.Code, Wanted, CancellationToken.None);
        Show(verdict);
        if (verdict is ServiceVerdict.Done done)
        {
            Forget();
            toasts.Add(ServiceWords.Outcome(done.Shifts.Count));
            await OnChanged.InvokeAsync();
            await _name.FocusAsync();
        }
    }

    // The button that was pressed goes, and the focus must not go with it.
    private async Task LeaveAsync()
    {
        Restore();
        await _name.FocusAsync();
    }

    private void Show(ServiceVerdict verdict) => (_shifts, _refusal) = ((verdict as ServiceVerdict.Done)?.Shifts, ServiceWords.Of(verdict));

    private string Id(string part) => $"service-{Service.Code}-{part}";
}
