using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Routing;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>Says where a message went and why, from the decision that was stored with it.</summary>
public sealed partial class WhyHereDialog(RoutingHistory history, CurrentUser current, OrganizationTime time)
{
    private RoutingWords? _words;
    private bool _isUnknown;

    [Parameter, EditorRequired]
    public Guid MessageId { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var explained = await history.FindAsync(await current.GetAsync(), MessageId, CancellationToken.None);
        _words = explained is null ? null : new RoutingWords(explained, time);
        _isUnknown = explained is null;
    }
}
