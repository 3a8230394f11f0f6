using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Bookings;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>Moves a visit to another time, or its series by as much.</summary>
public sealed partial class MoveDialog(BookingMover mover, CurrentUser current, OrganizationTime time)
{
    private TimeDraft _draft = null!;
    private BookingScope _scope;
    private BookingVerdict? _refused;

    [Parameter, EditorRequired]
    public CalendarVisit Calendar { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    protected override void OnInitialized() => _draft = TimeDraft.Of(Calendar.Visit, time);

    private async Task MoveAsync()
    {
        var part = new BookingPart(Calendar.BookingId, _scope, Calendar.Visit.Id);
        _refused = await mover.MoveAsync(await current.GetAsync(), part, _draft.Start, _draft.End, CancellationToken.None);
        if (_refused is BookingVerdict.Done)
        {
            Dialog.Close(DialogResult.Ok(_scope == BookingScope.Visit ? "The visit is moved." : "The series is moved."));
        }
    }
}
