using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Rollout;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>A visit's card: what it is, who may write when, and who cares for it.</summary>
public sealed partial class VisitDialog(
    BookingReader reader, SitterAssignments assignments, MeetAndGreets meetings, MessagingFlags flags, CurrentUser current)
{
    private VisitCard? _card;
    private bool _isGone;
    private bool _hasMessages;
    private Guid? _sitterId;
    private BookingScope _scope;
    private BookingVerdict? _refused;
    private BookingVerdict? _decided;
    private ElementReference _select;
    private bool _isFocused;

    [Parameter, EditorRequired]
    public Guid VisitId { get; set; }

    /// <summary>Who could be sent there.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SitterListing> Sitters { get; set; } = [];

    /// <summary>Whom somebody has just picked elsewhere; null when they only want to look.</summary>
    [Parameter]
    public SitterWish? Wanted { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var actor = await current.GetAsync();
        _hasMessages = await flags.MessagingIsOnAsync(actor.OrganizationId, CancellationToken.None);
        await ReadAsync();
        (_sitterId, _refused) = (Wanted is { } wish ? wish.SitterId : _sitterId, Wanted?.Refused);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_select.Context is not null && !_isFocused)
        {
            _isFocused = true;
            await _select.FocusAsync();
        }
    }

    private async Task ReadAsync()
    {
        _card = await reader.VisitAsync(await current.GetAsync(), VisitId, CancellationToken.None);
        _isGone = _card is null;
        _sitterId = _card?.Visit.Visit.SitterId;

        // What has nobody yet mostly needs somebody for good; a change is mostly for once.
        _scope = _card is { Visit: { Recurrence: Recurrence.Weekly, Visit.SitterId: null } } ? BookingScope.Series : BookingScope.Visit;
    }

    /// <summary>The team, and whoever has the visit though they left.</summary>
    private IEnumerable<(Guid Id, string Name)> Options(VisitView visit) =>
    [
        .. Sitters.Select(sitter => (sitter.Id, sitter.Name)),
        .. visit.SitterId is { } id && Sitters.All(sitter => sitter.Id != id) ? [(id, visit.SitterName ?? "")] : Array.Empty<(Guid, string)>(),
    ];

    private async Task AssignAsync()
    {
        var (card, visit) = (_card!, _card!.Visit);
        _refused = await assignments.AssignAsync(
            await current.GetAsync(), new BookingPart(visit.BookingId, _scope, VisitId), _sitterId, CancellationToken.None);
        if (_refused is BookingVerdict.Done)
        {
            var sitter = Sitters.FirstOrDefault(sitter => sitter.Id == _sitterId);
            Dialog.Close(DialogResult.Ok(new AssignmentDone(AssignmentWords.Done(visit.ClientName, sitter?.Name, _scope), card, sitter)));
        }
    }

    private async Task DecideAsync(MeetAndGreetOutcome outcome)
    {
        _decided = await meetings.DecideAsync(await current.GetAsync(), _card!.Visit.BookingId, outcome, CancellationToken.None);
        await ReadAsync();
    }
}
