using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.Inbox;

namespace SnoutOS.Web.Components.Inbox;

/// <summary>One conversation in the list. Rendered again only when something it shows has changed.</summary>
public sealed partial class ThreadListItem
{
    private (ThreadSummary, string, bool, DateOnly) _shown;
    private bool _hasChanged = true;

    [Parameter, EditorRequired]
    public ThreadSummary Thread { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Href { get; set; } = "";

    [Parameter]
    public bool IsSelected { get; set; }

    [Inject]
    private Shared.OrganizationTime Time { get; set; } = null!;

    protected override void OnParametersSet()
    {
        // Today is part of what is shown: after midnight "9:41 AM" has become "Yesterday".
        var now = (Thread, Href, IsSelected, Time.Today);
        _hasChanged = now != _shown;
        _shown = now;
    }

    protected override bool ShouldRender() => _hasChanged;
}
