using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Bookings;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>Calls off a visit or a series, having said what that means.</summary>
public sealed partial class CancelDialog(BookingCanceller canceller, CurrentUser current, OrganizationTime time)
{
    private BookingScope _scope;
    private BookingVerdict? _refused;

    [Parameter, EditorRequired]
    public CalendarVisit Calendar { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private async Task CancelAsync()
    {
        var part = new BookingPart(Calendar.BookingId, _scope, Calendar.Visit.Id);
        _refused = await canceller.CancelAsync(await current.GetAsync(), part, CancellationToken.None);
        if (_refused is BookingVerdict.Done)
        {
            Dialog.Close(DialogResult.Ok(_scope == BookingScope.Visit ? "The visit is cancelled." : "The series is cancelled."));
        }
    }
}
