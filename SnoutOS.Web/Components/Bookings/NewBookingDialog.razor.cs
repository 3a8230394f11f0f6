using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>Takes on a job or a weekly series.</summary>
public sealed partial class NewBookingDialog(BookingMaker maker, CurrentUser current, OrganizationTime time, TimeProvider clock)
{
    private TimeDraft _draft = null!;
    private ClientField? _picker;
    private BookableClient? _client;
    private bool _isIncomplete;
    private string _service = "";
    private Recurrence _recurrence;
    private DateOnly? _until;
    private Guid? _sitterId;
    private string _notes = "";
    private BookingVerdict? _refused;

    /// <summary>What the business offers.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Service> Services { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<SitterListing> Sitters { get; set; } = [];

    /// <summary>The day that is proposed.</summary>
    [Parameter, EditorRequired]
    public DateOnly Day { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    protected override void OnInitialized() => _draft = TimeDraft.On(Day, clock.GetUtcNow(), time);

    private async Task SubmitAsync()
    {
        if (await _picker!.TakeAsync())
        {
            return;
        }

        await BookAsync();
    }

    private async Task BookAsync()
    {
        _isIncomplete = _client is null || _service.Length == 0;
        if (_client is not { } client || _isIncomplete)
        {
            return;
        }

        var until = _recurrence == Recurrence.Weekly ? _until : null;
        var request = new NewBooking(client.Id, _service, _draft.Start, _draft.End, _recurrence, until, _sitterId, _notes);
        _refused = await maker.CreateAsync(await current.GetAsync(), request, CancellationToken.None);
        if (_refused is BookingVerdict.Done)
        {
            var often = _recurrence == Recurrence.Weekly ? "every week from" : "on";
            var sentence = $"{PersonName.FirstOfClient(client.Name)} is booked {often} {CalendarWords.Date(_draft.StartDay)}.";
            Dialog.Close(DialogResult.Ok(new BookingMade(sentence, _draft.StartDay)));
        }
    }
}
