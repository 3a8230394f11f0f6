using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Numbers;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Sitters;

/// <summary>Locks, unlocks, offboards or takes back a sitter, having said what that means.</summary>
public sealed partial class StandingDialog(
    SitterStandings standings, SitterOffboarding offboarding, SitterAccounts accounts, CurrentUser current, OrganizationTime time)
{
    private OffboardingOutlook? _outlook;
    private Guid? _successor;
    private string _reason = "";
    private string? _refusal;

    [Parameter, EditorRequired]
    public SitterListing Sitter { get; set; } = null!;

    [Parameter, EditorRequired]
    public StandingWish Wish { get; set; }

    /// <summary>Where they stand with messages that were held back.</summary>
    [Parameter]
    public SitterStrikes? Strikes { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private bool NeedsReason => Wish != StandingWish.Rehire;

    private string FirstName => PersonName.FirstOf(Sitter.Name);

    private string Title => Wish switch
    {
        StandingWish.Lock => $"Lock {FirstName}'s messaging?",
        StandingWish.Unlock => $"Unlock {FirstName}'s messaging?",
        StandingWish.Offboard => $"Offboard {Sitter.Name}?",
        StandingWish.Rehire => $"Take {Sitter.Name} back?",
    };

    private string ActWord => Wish switch
    {
        StandingWish.Lock => "Lock",
        StandingWish.Unlock => "Unlock",
        StandingWish.Offboard => "Offboard",
        StandingWish.Rehire => "Take back",
    };

    private IEnumerable<string> Sentences => Wish switch
    {
        StandingWish.Lock =>
        [
            $"{FirstName} cannot write to clients until you unlock it.",
            "Visits, number and sign-in stay as they are. What clients write to them reaches you.",
        ],
        StandingWish.Unlock when Strikes is not null =>
        [
            $"{FirstName} can write to clients around visits again.",
            "Their strikes count no more: the next one is the first again.",
        ],
        StandingWish.Unlock => [$"{FirstName} can write to clients around visits again."],
        StandingWish.Offboard => _outlook is null ? [] : SitterWords.Consequences(Sitter.Name, _outlook, Successor?.Name, time),
        StandingWish.Rehire =>
        [
            $"{FirstName} can sign in again with the password they had.",
            "If their number still rests, they get it back. Visits stay as they are now.",
        ],
    };

    private Colleague? Successor => _outlook?.Colleagues.FirstOrDefault(colleague => colleague.Id == _successor);

    protected override async Task OnInitializedAsync()
    {
        if (Wish == StandingWish.Offboard)
        {
            _outlook = await offboarding.LookAheadAsync(await current.GetAsync(), Sitter.Id, CancellationToken.None);
        }
    }

    private async Task ActAsync()
    {
        var reason = _reason.Trim();
        if (NeedsReason && reason.Length == 0)
        {
            _refusal = "Say why: the audit log keeps your reason.";
            return;
        }

        var actor = await current.GetAsync();
        var change = await (Wish switch
        {
            StandingWish.Lock => standings.LockAsync(actor, Sitter.Id, reason, CancellationToken.None),
            StandingWish.Unlock => standings.UnlockAsync(actor, Sitter.Id, reason, CancellationToken.None),
            StandingWish.Offboard => accounts.OffboardAsync(actor, Sitter.Id, reason, _successor, CancellationToken.None),
            StandingWish.Rehire => accounts.RehireAsync(actor, Sitter.Id, reason, CancellationToken.None),
        });
        _refusal = SitterWords.Of(change);
        if (_refusal is null)
        {
            Dialog.Close(DialogResult.Ok(DoneWords()));
        }
    }

    private string DoneWords() => Wish switch
    {
        StandingWish.Lock => $"{FirstName}'s messaging is locked.",
        StandingWish.Unlock => $"{FirstName} can write again.",
        StandingWish.Offboard => $"{Sitter.Name} has left your team.",
        StandingWish.Rehire => $"{Sitter.Name} is back on your team.",
    };
}
