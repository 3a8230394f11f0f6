using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>Who is with whom in a week, and the place to change it. The address says which week, and how it is laid out.</summary>
public sealed partial class BookingsPage(
    BookingReader bookings, SitterBook book, ServiceBook services, SitterAssignments assignments, IDialogService dialogs, ISnackbar toasts, NavigationManager navigation)
{
    private const int MostSitters = 1000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly DialogOptions Asking = new() { CloseOnEscapeKey = false, BackdropClick = false };

    private ElementReference _root;
    private DotNetObjectReference<BookingsPage>? _self;
    private IJSObjectReference? _hands;
    private bool? _isNarrow;
    private BookingsAddress? _read;
    private DateOnly _monday;
    private CalendarStage _stage;
    private IReadOnlyList<CalendarVisit> _visits = [];
    private IReadOnlyList<SitterListing> _sitters = [];

    [SupplyParameterFromQuery(Name = "week")]
    private string? WeekText { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    private string? ViewText { get; set; }

    [SupplyParameterFromQuery(Name = "cancelled")]
    private string? CancelledText { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private BookingsAddress Address => BookingsAddress.Read(WeekText, ViewText, CancelledText);

    private BookingsLayout Layout => Address.Layout ?? (_isNarrow == true ? BookingsLayout.List : BookingsLayout.Week);

    private IReadOnlyList<CalendarVisit> Shown =>
        Address.ShowsCancelled ? _visits : [.. _visits.Where(visit => visit.Visit.Status != VisitStatus.Cancelled)];

    private int Unassigned => _visits.Count(visit => visit.Visit is { SitterId: null, Status: VisitStatus.Upcoming or VisitStatus.InProgress });

    protected override bool Concerns(ThreadChanged change) => change.IsOfClients;

    protected override async Task OnParametersSetAsync()
    {
        if (IsLoaded && _read != Address)
        {
            await RefreshAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _hands = await Browser.AttachAsync(Assets["js/bookings.js"], _root, _self);
        await WatchTheClockAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Browser.DetachAsync(_hands);
        _self?.Dispose();
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        _isNarrow ??= await IsNarrowAsync();
        var address = Address;
        var monday = address.Monday(Time.Today);
        var visits = await bookings.CalendarAsync(Reader, WeekPlan.RangeOf(monday, Time.Zone), cancellationToken);
        var sitters = (await book.ListAsync(Reader, after: null, MostSitters, cancellationToken))!.Items;
        var stage = visits.Count > 0 ? CalendarStage.Underway : await bookings.StageAsync(Reader, cancellationToken);
        (_read, _monday, _visits, _sitters, _stage) = (address, monday, visits, sitters, stage);
    }

    private async Task<bool> IsNarrowAsync()
    {
        await using var module = await Browser.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/bookings.js"]}");
        return await module.InvokeAsync<bool>("isNarrow");
    }

    // What is running, and who may write, changes without anybody's doing.
    private async Task WatchTheClockAsync()
    {
        var leaving = Leaving;
        using var minutes = new PeriodicTimer(Minute, SystemClock);
        try
        {
            while (await minutes.WaitForNextTickAsync(leaving))
            {
                await RefreshAsync();
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The reader has gone elsewhere.
        }
    }
}
