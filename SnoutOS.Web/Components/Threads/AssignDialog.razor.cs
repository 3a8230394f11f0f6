using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>Gives one visit that has no sitter one, without leaving the conversation.</summary>
public sealed partial class AssignDialog(
    SitterBook sitters, SitterAssignments assignments, CurrentUser current, OrganizationTime time, TimeProvider clock)
{
    private const int MostShown = 1000;

    private IReadOnlyList<SitterListing> _sitters = [];
    private Guid? _sitterId;
    private string? _refusal;

    [Parameter, EditorRequired]
    public NextVisit Visit { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var all = await sitters.ListAsync(await current.GetAsync(), after: null, MostShown, CancellationToken.None);
        _sitters = [.. all!.Items.Where(sitter => sitter.Status == SitterStatus.Active)];
    }

    private async Task AssignAsync()
    {
        var part = new BookingPart(Visit.BookingId, BookingScope.Visit, Visit.VisitId);
        var verdict = await assignments.AssignAsync(await current.GetAsync(), part, _sitterId, CancellationToken.None);
        if (verdict is BookingVerdict.Done)
        {
            Dialog.Close(DialogResult.Ok($"{ActWords.NameOf(_sitters, _sitterId)} goes to this visit."));
            return;
        }

        _refusal = BookingObjection.Of(verdict).Sentence;
    }
}
